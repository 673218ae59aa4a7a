"""Files, pages, JSON Lines and standard input become articles.

    inputs          the way in: `read` tells the inputs apart and yields articles and errors in order
    folder          the files of a folder that are articles
    text            .txt: the file's own text, its front matter cut off
    front_matter    the YAML block at the head of a text
    page            .html: the article's text in a page
    page_metadata   what a page says of itself (JSON-LD, meta elements, headline)
    records         .jsonl: one article a line
    metadata        what is known of an article, checked and merged by precedence
    dates, urls     how a date and a URL may be written
    encoding        bytes become text, or are refused

Heavy libraries (trafilatura, yaml, charset_normalizer) are imported when the first input needs them.
"""

from kg.sources.inputs import read
from kg.sources.limits import MAX_BYTES
from kg.sources.metadata import Metadata, metadata_from

__all__ = ["MAX_BYTES", "Metadata", "metadata_from", "read"]
