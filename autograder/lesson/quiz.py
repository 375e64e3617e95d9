"""Questions of a lesson, answered by choosing or typing, and checked at once.

A notebook holds of a right answer only its seal, from which nobody reads it by accident. It is no
secret: who wants to cheat tries the choices.
"""

import hashlib
import html
import numbers

from autograder.lesson import progress

__all__ = ["ask", "check_answer", "seal"]

LETTERS = "abcdefgh"
RIGHT = "✓ Right."


def seal(question, answer):
    """Return what a notebook holds of a right answer: text of 10 hexadecimal digits."""
    return hashlib.sha256(f"{question}\n{_plain(answer)}".encode()).hexdigest()[:10]


def _plain(answer):
    """An answer as it is compared: a number by its value, a text without case, quotes and spaces."""
    if isinstance(answer, numbers.Number) and not isinstance(answer, bool):
        return f"{float(answer):.9g}"
    text = " ".join(str(answer).strip().strip("`'\"").lower().split())
    try:
        return f"{float(text.replace(',', '')):.9g}"
    except ValueError:
        return text


def ask(question, *choices, sealed, answer=..., look=""):
    """Ask a question, and say at once whether an answer is right.

    choices: texts to choose from; none where the answer is typed. sealed: the `seal` of the right one.
    answer: for those who write it into the cell: the choice, its letter, or what the question asks for.
    look: where to look again after a wrong answer.

    Shows radio buttons or a field where ipywidgets are shown; elsewhere the question as text, and how to
    answer it.
    """
    from IPython.display import display

    asked = Question(question, choices, sealed, look)
    if answer is ...:
        display(asked)
    else:
        print(f"{question}\n{asked.reply(answer)}")


def check_answer(what, answer, right):
    """Print whether an answer is right, of which the cell computes the right one.

    answer, right: numbers, texts, or lists of them. Dots that are left count as no answer.
    """
    answers = answer if isinstance(answer, (list, tuple)) else [answer]
    if any(one is ... for one in answers):
        print(f"{what}: the dots are still there. Put your answer in their place.")
        return
    wanted = right if isinstance(right, (list, tuple)) else [right]
    good = len(answers) == len(wanted) and all(_plain(a) == _plain(b) for a, b in zip(answers, wanted))
    print(f"{what}: {answer}. {RIGHT if good else f'✗ Not yet: it is {right}. What explains it?'}")


class Question:
    """One question, as a cell shows it."""

    def __init__(self, question, choices, sealed, look):
        self.question, self.choices, self.sealed, self.look = question, choices, sealed, look

    def reply(self, answer):
        """Say whether an answer is right, and note it for the page that shows the progress."""
        text = str(answer).strip().lower()
        place = LETTERS.find(text) if len(text) == 1 else -1
        if 0 <= place < len(self.choices):
            answer = self.choices[place]
        right = seal(self.question, answer) == self.sealed
        progress.note_question(self.sealed, right)
        return RIGHT if right else f"✗ Not yet. {self.look}".strip()

    def __repr__(self):
        lines = [self.question]
        lines += [f"  {letter}) {choice}" for letter, choice in zip(LETTERS, self.choices)]
        how = 'answer="a"' if self.choices else "answer=…"
        return "\n".join([*lines, f"To answer, add {how} to the cell, and run it again."])

    def _repr_mimebundle_(self, include=None, exclude=None):
        try:
            bundle = dict(self._widget()._repr_mimebundle_())
        except Exception:  # no ipywidgets: the text says how to answer
            bundle = {}
        return {**bundle, "text/plain": repr(self)}

    def _widget(self):
        import ipywidgets

        said = ipywidgets.HTML()
        full = ipywidgets.Layout(width="auto")
        if self.choices:
            field = ipywidgets.RadioButtons(options=self.choices, value=None, layout=full)
        else:
            field = ipywidgets.Text(placeholder="your answer, then Enter", continuous_update=False)

        def reply(change):
            if change["new"] not in (None, ""):
                said.value = f"<p role='status'>{html.escape(self.reply(change['new']))}</p>"

        field.observe(reply, "value")
        question = ipywidgets.HTML(f"<p>{html.escape(self.question)}</p>", layout=full)
        return ipywidgets.VBox([question, field, said])
