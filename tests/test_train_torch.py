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


def test_a_map_evened_out_is_the_same_map() -> None:
    torch = pytest.importorskip("torch", reason="torch is installed for training only: train/requirements.lock")
    from train.eight_bits import Evened, peaks_of

    torch.manual_seed(1)
    linear, given = torch.nn.Linear(3, 2), torch.tensor([[[1.0, -28.0, 2.0], [0.5, 3.0, -2.5]]])
    (peaks,) = peaks_of([linear], lambda: linear(given))
    assert peaks.tolist() == [1.0, 28.0, 2.5]
    even = Evened(linear, peaks, most=4)
    assert (given * even.smaller).abs().max() == 4
    assert torch.allclose(even(given), linear(given), atol=1e-5)
    assert not linear._forward_pre_hooks


def test_attention_without_a_mask_is_that_to_all_tokens() -> None:
    torch = pytest.importorskip("torch", reason="torch is installed for training only: train/requirements.lock")
    from train.export import Fused
    from train.model import WIDTH, attention

    torch.manual_seed(1)
    query, key, value = torch.randn(3, 2, 5, WIDTH)
    everywhere = torch.ones(2, 1, 1, 5, dtype=torch.bool)
    assert torch.allclose(Fused.apply(query, key, value), attention(query, key, value, everywhere), atol=1e-5)


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
