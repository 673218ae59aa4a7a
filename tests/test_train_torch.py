"""What of the training needs torch, which only the environment of training has: skipped elsewhere."""

import pytest

from kg.model import Span


def test_rounding_keeps_each_row_to_half_a_level() -> None:
    torch = pytest.importorskip("torch", reason="torch is installed for training only: train/requirements.lock")
    from train.eight_bits import RoundedTable

    table = torch.nn.Embedding(3, 4)
    table.weight.data = torch.tensor([[1.0, -0.5, 0.3, 0.0], [0.01, 0.002, -0.01, 0.0], [0.0] * 4])
    rounded = RoundedTable(table)
    off = (rounded(torch.arange(3)) - table.weight).abs()
    assert (off.amax(1) <= torch.tensor([1.0, 0.01, 1.0]) / 127 / 2 + 1e-9).all()
    assert rounded.levels.dtype == torch.int8


def test_layers_of_names_begin_as_those_whose_place_they_take() -> None:
    torch = pytest.importorskip("torch", reason="torch is installed for training only: train/requirements.lock")
    from train.model import Model, of_weights

    torch.manual_seed(1)
    model = Model(naming=2).eval()
    ids, features = torch.randint(1, 1000, (1, 8)), torch.zeros(1, 8, 3, dtype=torch.long)
    before = model(ids, features)
    assert not torch.equal(before.names, model.names(before.vectors))
    model.begin_naming()
    after = model(ids, features)
    assert torch.equal(after.names, model.names(after.vectors))
    assert torch.equal(of_weights(model.state_dict())(ids, features).names, after.names)


def test_nothing_is_learned_of_words_that_may_be_a_name() -> None:
    pytest.importorskip("torch", reason="torch is installed for training only: train/requirements.lock")
    from train.batches import IGNORED, name_labels
    from train.data import UNKNOWN, Mention

    offsets = [(0, 3), (4, 7), (8, 11)]
    mentions = (Mention(Span(0, 3), 0, "a"), Mention(Span(4, 7), UNKNOWN, None))
    assert name_labels(offsets, mentions) == [1, IGNORED, 0]
