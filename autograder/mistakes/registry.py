"""All mistakes, by name."""

from autograder.mistakes import (
    batches,
    delivery,
    epochs,
    exercise,
    files,
    finding,
    lengths,
    order,
    raised,
    refusals,
)

__all__ = ["MISTAKES"]

MISTAKES = {
    mistake.name: mistake
    for mistakes in (
        exercise.MISTAKES,
        raised.MISTAKES,
        lengths.MISTAKES,
        batches.MISTAKES,
        epochs.MISTAKES,
        refusals.MISTAKES,
        order.MISTAKES,
        files.MISTAKES,
        delivery.MISTAKES,
        (finding.UNJUDGED,),
    )
    for mistake in mistakes
}
"""{name: Mistake}, in the order in which a class meets them."""
