"""The page that a student reads: harmless to a browser, and made within limits of time."""

import base64
import html
import re

import nbformat
import pytest
from html_attributes import attributes
from nbconvert.filters import markdown2html
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.classroom import feedback, limited
from autograder.classroom.feedback import FeedbackPage, SafeOutputs, safe_html, safe_markdown
from autograder.classroom.preprocessors import AFTER_THE_TESTS, NOTE, HideTests, Note
from autograder.lesson.report import REPORT_TYPE


def shown_cell(cell):
    """A cell as it is after it was cleaned."""
    notebook, _ = SafeOutputs().preprocess(new_notebook(cells=[cell]), {})
    return notebook.cells[0]


HARMFUL = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src='https://example.org'></iframe>",
    "<svg onload=alert(1)><script>1</script></svg>",
    "<div style='background:url(https://example.org)'>x</div>",
    "<form action=/x><input name=y></form>",
    "<img src='https://example.org/track.png'>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<details open ontoggle=alert(1)>x</details>",
    "<ul style='list-style: url(https://example.org/x)'><li>x</li></ul>",
    "<ul style='list-style: u\\72l(https://example.org/x)'><li>x</li></ul>",
    "<ul style='list-style: image-set(\"https://example.org/x\" 1x)'><li>x</li></ul>",
    "<div class='modal-backdrop navbar-fixed-top'>over the page of Formgrader</div>",
    "<div class='autograder-report modal'>over the page of Formgrader</div>",
    "<table width='100000%'><tr><td>x</td></tr></table>",
]


@pytest.mark.parametrize("text", HARMFUL)
def test_what_a_student_showed_runs_and_loads_nothing(text):
    cleaned = safe_html(text)
    for word in (
        "<script",
        "onerror",
        "onload",
        "ontoggle",
        "javascript:",
        "example.org",
        "<form",
        "modal",
        "navbar",
        "100000",
    ):
        assert word not in cleaned
    assert "data:text" not in cleaned


@pytest.mark.parametrize(
    "text",
    [
        "[c](javascript:alert(1))",
        "[x][f]\n\n[f]: java&#115;cript:alert(1)",
        "![d](http://example.org/3.png)",
        "![d][e]\n\n[e]: http://example.org/4.png",
        "<b>\n\n[c](javascript:alert(1))\n\n</b>",
        "```\n[c](javascript:alert(1))\n\n[c](javascript:alert(1))\n```",
    ],
)
def test_markdown_of_a_student_links_and_loads_nothing_however_often_it_is_cleaned(text):
    cell = nbformat.v4.new_markdown_cell(text)
    for _ in range(3):
        cell = shown_cell(cell)
        shown = markdown2html(cell.source)
        assert not re.search(r"""(href|src)=["'](javascript|http://example)""", shown), shown


UNCLOSED = '<p><img src="data:image/png;base64," alt="x{blank}{made}{blank}"></p>'


@pytest.mark.parametrize("blank", ["\n \n", "\n\t\n", "\n\x0c\n", "\r\r"])
@pytest.mark.parametrize("made", ["# /onerror=alert(1)//", "http://a/onerror=alert(1)//"])
@pytest.mark.parametrize(("begin", "end"), [("<?x >", " ?>"), ("<![CDATA[ >", " ]]>"), ("<!-->", "-->")])
def test_what_markdown_makes_inside_of_an_attribute_does_not_end_it(begin, end, made, blank):
    cell = new_markdown_cell(begin + UNCLOSED.format(made=made, blank=blank) + end)
    for _ in range(3):
        cell = shown_cell(cell)
        assert attributes(markdown2html(cell.source)) <= {"src", "alt", "href"}


def test_what_a_student_tried_is_told_without_a_live_link():
    told = {"stopped": ["It tried to read [x](javascript:alert(1)) <script>."], "repairs": []}
    notebook, _ = Note().preprocess(nbformat.v4.new_notebook(), {NOTE: told})
    shown = markdown2html(notebook.cells[0].source)
    assert "It tried to read" in shown and "href" not in shown and "<script" not in shown


def test_markdown_that_is_harmless_stays_readable():
    assert safe_markdown("plain *x*") == "plain *x*"
    text = "[ok](https://keras.io)\n\n<details><summary>Hint</summary>\n\nA `len`\n\n</details>"
    shown = safe_markdown(safe_markdown(text))
    for part in ('<a href="https://keras.io">ok</a>', "<summary>Hint</summary>", "<code>len</code>"):
        assert part in shown


def test_figure_and_table_survive_cleaning():
    html = "<table><tr><th scope='row' style='text-align:left'>Asked</th></tr></table>"
    for kind in ("png", "svg+xml"):
        image = f'<img src="data:image/{kind};base64,AAAA" alt="Bar chart." width="700" class="autograder-figure">'
        assert safe_html(f"{image}<style>img {{ filter: none }}</style>") == image
    assert safe_html('<img src="data:image/gif;base64,AAAA" alt="a">') == '<img alt="a">'
    assert "text-align" in safe_html(html)


@pytest.mark.parametrize(
    "text",
    [
        r"$\href{javascript:alert(1)}{x}$",
        r"$&#92;href{javascript:alert(1)}{x}$",
        r"$\&#104;ref{javascript:x}{x}$",
        r"$\hr<b></b>ef{javascript:alert(1)}{x}$",
        r"$\def\x{1} \require{action}$",
    ],
)
def test_mathjax_finds_no_links_in_what_a_student_wrote(text):
    for shown in (safe_html(text), markdown2html(safe_markdown(text))):
        assert not re.search(r"\\(href|def|require)", html.unescape(re.sub("<[^>]*>", "", shown)))
    assert safe_html(r"$\frac{1}{2}$") == r"$\frac{1}{2}$"


def test_what_commands_a_terminal_or_turns_letters_round_is_seen_in_a_page():
    text = "a\x1b[2J\x00 \u202etxt.exe\u202c"
    cell = new_code_cell("1", outputs=[new_output("stream", text=text)])
    page, _ = FeedbackPage().from_notebook_node(new_notebook(cells=[cell]))
    assert "txt.exe" in page and not re.search("[\x00\x1b\u202e\u202c]", page)


def test_an_image_that_is_none_is_not_shown():
    fine = base64.b64encode(b"a picture").decode()
    for value, stays in ((fine, True), (f'{fine}" onerror="alert(1)', False), ("<script>", False)):
        cell = new_code_cell(outputs=[new_output("display_data", data={"image/png": value})])
        assert ("image/png" in shown_cell(cell).outputs[0].data) is stays


HTML = {"text/html": ""}
TOO_MUCH = {
    "blank lines": new_code_cell("x" + "\n" * 40_000 + "x = 1"),
    "attributes": new_code_cell(
        outputs=[
            new_output(
                "display_data",
                data={"text/html": "<b " + " ".join(f"a{k}=1" for k in range(40_000)) + ">x</b>"},
            )
        ]
    ),
    "entities": new_code_cell(outputs=[new_output("display_data", data={"text/html": "&a" * 900_000})]),
    "nested tags": new_code_cell(outputs=[new_output("display_data", data={"text/html": "<div>" * 100_000})]),
    "brackets": new_markdown_cell("[a" * 100_000 + "<"),
    "quotes": new_markdown_cell("> " * 50_000 + "<"),
    "colours": new_code_cell(outputs=[new_output("stream", text="\x1b[31m" * 100_000)]),
}


@pytest.fixture
def impatient(monkeypatch):
    """A process in which a page may take a second."""
    monkeypatch.setattr(limited, "PIECE_SECONDS", 0.1)
    monkeypatch.setattr(limited, "PAGE_SECONDS", 1)
    made = limited.Limited()
    monkeypatch.setattr(feedback, "_process", made)
    yield made
    made.close()


@pytest.mark.parametrize("what", TOO_MUCH)
def test_what_is_too_much_is_shown_cut_and_the_rest_as_it_is(impatient, what):
    after = new_code_cell("print('the last cell')")
    notebook, _ = SafeOutputs().preprocess(new_notebook(cells=[TOO_MUCH[what], after]), {})
    page, _ = FeedbackPage().from_notebook_node(notebook, {})
    assert "too much to be shown" in page and "the last cell" in page
    assert len(page) < 1_000_000


def fails(*arguments):
    raise MemoryError


def ends(*arguments):
    import os

    os._exit(1)


@pytest.mark.parametrize("what", [fails, ends])
def test_a_page_that_cannot_be_made_is_one_of_text(impatient, monkeypatch, what):
    monkeypatch.setattr(feedback, "_page", what)
    cell = new_markdown_cell("Words of <b>a student</b>")
    page, _ = FeedbackPage().from_notebook_node(new_notebook(cells=[cell]), {})
    assert "Words of &lt;b&gt;a student" in page and "<script" not in page
    monkeypatch.undo()


@pytest.mark.parametrize("what", [fails, ends])
def test_a_notebook_that_cannot_be_cleaned_is_shown_as_text(impatient, monkeypatch, what):
    monkeypatch.setattr(feedback, "cleaned", what)
    output = new_output("display_data", data={"text/html": "<script>", "text/plain": "x"})
    cells = [new_markdown_cell("<script>"), new_code_cell(outputs=[output])]
    notebook, _ = SafeOutputs().preprocess(new_notebook(cells=cells), {})
    assert notebook.cells[0].source.startswith("<div><pre>&lt;script&gt;")
    assert notebook.cells[1].outputs[0].data == {"text/plain": "x"}


def test_a_short_text_that_cannot_be_shown_is_there_as_it_was_written():
    cell = new_markdown_cell("Pasted: ![picture](attachment:picture.png)")
    page, _ = FeedbackPage().from_notebook_node(new_notebook(cells=[shown_cell(cell)]), {})
    assert "Pasted: " in page and "too much to be shown" not in page


def test_the_process_for_pages_is_another_one_and_ends_where_it_may_not_go_on():
    import os

    process = limited.Limited()
    first = process.call(os_pid)
    assert int(first) != os.getpid() and process.call(os_pid) == first
    assert process.call(too_large) is None  # more memory than it may have
    assert process.call(os_pid) == first
    assert process.call(ends) is None
    assert process.call(os_pid) not in (first, None)
    process.close()


def test_a_process_that_was_ended_between_two_pages_costs_neither():
    import os
    import signal

    process = limited.Limited()
    first = process.call(os_pid)
    os.kill(int(first), signal.SIGKILL)
    os.waitid(os.P_PID, int(first), os.WEXITED | os.WNOWAIT)
    assert process.call(os_pid) not in (first, None)
    process.close()


@pytest.mark.parametrize(("times", "said"), [(1, "done"), (9, None)])
def test_a_process_that_stands_still_is_started_anew(monkeypatch, tmp_path, times, said):
    monkeypatch.setattr(limited, "STALL_SECONDS", 0.1)
    process = limited.Limited()
    assert process.call(stands_still, str(tmp_path), times) == said
    process.close()


def stands_still(folder, times):
    """Wait for what never comes, as a fork does that has another thread's lock; for so many processes."""
    import os
    import threading

    before = len(os.listdir(folder))
    open(os.path.join(folder, str(before)), "x").close()
    if before < times:
        threading.Event().wait(60)
    return "done"


def os_pid():
    import os

    return str(os.getpid())


def too_large():
    return "x" * (3 << 30)


def test_what_a_cell_showed_after_hidden_tests_stays_with_the_instructor():
    tests = {"nbgrader": {"grade": True, "locked": True, "solution": False, "grade_id": "t"}}
    shown = [new_output("stream", text="[(257, 25)]")]
    cells = [
        new_code_cell("print(asked)", outputs=shown),
        new_code_cell("1\n### BEGIN HIDDEN TESTS\n2\n### END HIDDEN TESTS", metadata=tests, outputs=shown),
        new_code_cell("print(asked)", outputs=shown),
        new_code_cell("x = 1"),
        new_code_cell("### BEGIN HIDDEN TESTS"),  # of a student's, who does not end it
    ]
    notebook, _ = HideTests().preprocess(new_notebook(cells=cells), {})
    texts = [[output.text for output in cell.outputs] for cell in notebook.cells]
    assert texts == [["[(257, 25)]"], ["[(257, 25)]"], [AFTER_THE_TESTS], [], []]
    assert "HIDDEN" not in notebook.cells[1].source


def graded_cell(name, score, most=3, outputs=(), **marks):
    """A cell as it is when the gradebook's points were put into it."""
    marks = {"grade": True, "grade_id": name, "score": score, "points": most, **marks}
    return new_code_cell("check()", metadata={"nbgrader": marks}, outputs=list(outputs), execution_count=1)


def told(finding, *lines):
    """What a check showed."""
    return new_output("execute_result", data={REPORT_TYPE: {"finding": finding, "lines": list(lines)}})


BAD = "<script>alert(1)</script>"


def beginning_of(cells, **whole):
    """The page on some cells, up to the first of them, and what follows."""
    page, _ = FeedbackPage().from_notebook_node(new_notebook(cells=cells), {"nbgrader": whole})
    head, _, rest = page.partition("</section>")
    return head.partition("<body")[2], rest


def test_page_begins_with_what_was_lost_and_why_and_leads_to_the_cells():
    cells = [
        graded_cell("right", 3),
        graded_cell(
            "half", 1.5, outputs=[told("drops_tail", ["Asked", "len"], ["Received", BAD], ["So", "9"])]
        ),
        graded_cell("raised", 0, outputs=[new_output("error", ename="ValueError", evalue=BAD, traceback=[])]),
        graded_cell("mine", 0, 4, solution=True, waits=True),
        graded_cell("read", 2, 4, solution=True, comment=f"Say why. {BAD}"),
    ]
    head, rest = beginning_of(cells, score=5.5, late_penalty=1.0)
    assert "<h2>5.5 of 17 points</h2>" in head and BAD not in head
    rows = re.findall(r"<td>(.*?)</td><th scope=\"row\">(.*?)</th><td>(.*?)</td>", head)
    assert [(lost, re.sub("<.*?>", "", where)) for lost, where, _ in rows] == [
        ("−1.5 of 3", "half"),
        ("−3 of 3", "raised"),
        ("up to 4", "mine"),
        ("−2 of 4", "read"),
        ("−1", "the whole"),
    ]
    why = [html.unescape(row[2]) for row in rows]
    assert why[0] == f"Drops tail. Asked: len Received: {BAD} So: 9"
    assert why[1:4] == [f"ValueError: {BAD}", "A person has yet to read it.", f"Say why. {BAD}"]
    assert 'href="#half"' in head and "check()" in re.sub("<.*?>", "", rest)


def test_full_marks_and_a_notebook_without_marks_say_so():
    assert "Nothing was lost." in beginning_of([graded_cell("a", 3)])[0]
    page, _ = FeedbackPage().from_notebook_node(new_notebook(cells=[new_markdown_cell("Hello")]), {})
    assert 'autograder-beginning"' not in page and "Hello" in page


def test_lesson_text_and_what_was_not_run_is_folded_and_what_a_student_did_is_not():
    cells = [
        new_markdown_cell("Repaired.", id="repairs"),
        new_markdown_cell(f"## The `words` {BAD}"),
        new_code_cell("demonstration()"),
        new_code_cell("x = 1", execution_count=1),
        new_markdown_cell("Why?", metadata={"nbgrader": {"solution": True, "grade_id": "w"}}),
        new_markdown_cell("More."),
        new_code_cell("shown()", outputs=[new_output("stream", text="5")]),
    ]
    page, _ = FeedbackPage().from_notebook_node(new_notebook(cells=cells), {})
    parts = re.findall(
        r'(?s)<details class="autograder-lesson"><summary>(.*?)</summary>(.*?)</details>', page
    )
    folded = [re.sub("<.*?>|\\s", "", text) for _, text in parts]
    assert [name for name, _ in parts] == [f"The lesson: The words {html.escape(BAD)}", "The lesson: a cell"]
    assert "demonstration()" in folded[0] and "More." in folded[1]
    for word in ("Repaired.", "x=1", "Why?", "shown()"):
        assert word not in "".join(folded)
