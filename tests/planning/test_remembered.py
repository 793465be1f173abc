"""What was asked a moment ago is not worked out again, and never answered for somebody else."""

from __future__ import annotations

from dovetail.planning.remembered import LAST, remembered


def test_an_equal_question_is_worked_out_once() -> None:
    worked: list[dict[str, int]] = []

    @remembered
    def twice(asked: dict[str, int]) -> int:
        worked.append(asked)
        return 2 * asked["n"]

    assert [twice({"n": 1}), twice({"n": 1}), twice({"n": 2})] == [2, 2, 4]
    assert worked == [{"n": 1}, {"n": 2}]


def test_only_the_last_few_are_kept() -> None:
    worked: list[int] = []

    @remembered
    def same(asked: int) -> int:
        worked.append(asked)
        return asked

    for number in range(LAST + 1):
        same(number)
    same(0)

    assert worked.count(0) == 2
    assert worked.count(LAST) == 1
