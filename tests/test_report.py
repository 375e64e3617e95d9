"""The report on a class: what it says, what of students' texts it lets through, how it is used by keyboard."""

import csv
import json
import re
from types import SimpleNamespace

import own_course
import pytest
from browser import chromium
from html_attributes import attributes
from invented_class import invented_class

from autograder.classroom import alike, items, report
from autograder.classroom.alike import bare, form, forms
from autograder.classroom.course import Course
from autograder.classroom.gradebook import Mark, Score
from autograder.classroom.spreadsheet import no_formula
from autograder.classroom.students import graded, made, mistakes_of

# Without a browser ----------------------------------------------------------------------------

PLAIN = "class A:\n    def __len__(self):\n        n = self.n // self.b\n        return n"
ALIKE = [
    "class A:\n\n    '''Words.'''\n    def __len__(self):  # words\n        n = self.n // self.b\n        return (n)",
    "class B:\n  def __len__(me):\n    batches = me.n // me.b\n    return batches",
]
OTHERS = [
    PLAIN.replace("//", "/"),
    PLAIN.replace("__len__", "__iter__"),
    PLAIN.replace("return n", "return self.n"),
    "import math\n" + PLAIN,
]


def test_answers_are_alike_after_comments_layout_and_names_alone():
    assert {form(source) for source in (PLAIN, *ALIKE)} == {form(PLAIN)}
    assert form(PLAIN) not in {form(source) for source in OTHERS}
    ceil, floor = (f"def f(n):\n    return math.{name}(n)" for name in ("ceil", "floor"))
    assert form(ceil) != form(floor) and form(ceil) == form(ceil.replace("n)", "m)"))
    method = "class A:\n    def _count(self):\n        return self._count"
    assert form(method) == form(method.replace("_count", "steps")) != form(method + "s")
    assert form("a, b = f(b, a)") != form("a, b = f(a, b)")
    assert form("def (:\n\n\n  x  ") == form("def (:\n  x") != form("def (:\n  y")


HOSTILE = {
    "deep": "(" * 5_000 + ")" * 5_000,
    "minus": "-" * 15_000 + "1",
    "attributes": "a" + ".a" * 9_000,
    "long": "x = 1\n" * 100_000,
    "null": "x = '\0'",
    "half a letter": "x = '\ud800'",
    "names": "\n".join(f"a{k} = 1" for k in range(1_900)),
}


def test_hostile_answers_are_grouped_and_end_nothing():
    found = forms(HOSTILE.values())
    assert len(set(found.values())) == len(HOSTILE)
    assert forms([PLAIN])[PLAIN] == form(PLAIN)  # the process is there, or there again
    for source in HOSTILE.values():
        assert isinstance(bare(source), str)
    assert bare(ALIKE[0]) == PLAIN.replace("A:\n", "A:\n\n") and bare("def (: # x") == "def (: # x"


def test_what_takes_too_long_is_compared_as_it_was_written(monkeypatch):
    monkeypatch.setattr(alike, "MOST_SECONDS", 0)
    found = forms([PLAIN, ALIKE[1]])
    assert len(set(found.values())) == 2 and found[PLAIN].startswith("text ")


def test_no_cell_of_a_spreadsheet_is_a_formula_and_numbers_stay():
    for text in ("=1+1", "+1+1", "-x", "@SUM(A1)", "  =1", "\t=1", "a;=1", "a\n=1", "\uff1d1", "\tx", "\rx"):
        assert re.search(r"^'|['][\s=+@\uff1d-]", no_formula(text)), text
    for text in ("-1.5", "12", "ada", "a-b", "x = 1", ""):
        assert no_formula(text) == text


def marked(*points, most=2.0, waits=()):
    marks = {
        ("n", f"q{k}"): Mark(None if k in waits else float(p), None, None, most, k in waits)
        for k, p in enumerate(points)
    }
    return Score("s", handed_in=True, marks=marks)


def test_a_question_tells_strong_from_weak_by_its_correlation_with_the_others():
    cells = [("n", "q0"), ("n", "q1"), ("n", "q2")]
    scores = [marked(k % 3, k % 3, 2 - k % 3) for k in range(12)]
    first, second, third = items.questions(scores, cells)
    assert (first.marked, first.right, first.mean) == (12, 4, 0.5)
    # q1 + q2 is 2 for all: nothing to tell q0 by; q0 + q1 falls as q2 rises
    assert first.tells is None and second.tells is None and third.tells == pytest.approx(-1)
    assert items.questions(scores[:9], cells)[2].tells is None
    waiting = items.questions([*scores, marked(0, 0, 0, waits=(2,))], cells)
    assert waiting[2].marked == 12 and waiting[2].tells == third.tells and waiting[0].marked == 13
    assert items.questions([marked(1, waits=(0,))], cells[:1])[0].mean is None


@pytest.mark.parametrize(
    ("most", "finals", "labels"),
    [
        (10, [0, 0.5, 9.9, 10, 11], {"0 to under 1": 2, "9 to under 10": 1, "all 10": 2}),
        (34, [33, 34], {"32 to under 34": 1, "all 34": 1}),
        (1.5, [1.2], {"1 to under 1.5": 1}),
        (400, [399], {"380 to under 400": 1}),
        (0, [0], {}),
    ],
)
def test_every_student_is_in_one_part_of_the_distribution(most, finals, labels):
    found = items.bins(finals, most)
    assert len(found) <= 21 and sum(one.count for one in found) == (len(finals) if most else 0)
    assert {one.label: one.count for one in found if one.count} == labels


def test_spread_is_quarters_of_the_class():
    assert items.spread([0, 1, 2, 3, 4]) == (1, 2, 3) and items.spread([1]) is None


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])


ATTACK = "</script><script>window.evil = 1</script><!-- <img src=x onerror=evil()> & \u2028 \ud800 '\""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The page on a class with one student whose every text is an attack."""
    folder = tmp_path_factory.mktemp("hostile")
    results = invented_class(folder, 12)
    eve = next(result for result in results if result.checks and mistakes_of(result))
    eve.student, eve.score.first_name, eve.repairs, eve.stopped = "=eve" + ATTACK, ATTACK, [ATTACK], [ATTACK]
    eve.answers = dict.fromkeys(eve.answers, ATTACK)
    for check in eve.checks:
        check |= {"finding": ATTACK, "findings": [ATTACK], "lines": [(ATTACK, ATTACK)], "unjudged": [ATTACK]}
    path = report.write(results, "ps1", folder / "reports" / "ps1")
    return path, eve


def test_what_a_student_wrote_is_text_in_the_page_and_in_the_data(hostile):
    path, _ = hostile
    page = path.read_text("utf-8")
    assert page.count("<script") == page.count("</script>") == 2  # the data, and this package's own
    assert "<img src=x" not in page and "<!--" not in page
    assert ATTACK in data_of(page)["codes"]


def test_policy_of_the_page_lets_its_own_script_run_and_nothing_else(hostile):
    page = hostile[0].read_text("utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="(.*?)"', page)[1]
    policy = policy.replace("&#39;", "'")
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert policy.count("sha256-") == 2
    found = attributes(page)
    assert {"href", "aria-label", "data-code"} <= found
    assert not [name for name in found if name == "style" or name.startswith("on")]


def test_csv_is_utf8_with_its_mark_and_holds_no_formula(hostile):
    path, eve = hostile
    raw = path.with_name("results.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=+\-@\t\r]", cell) or re.fullmatch(r"-?[\d.]+", cell), cell
    assert any("'=eve" in cell for row in rows for cell in row)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The pages on classes of two sizes: {count: (path, results)}."""
    found = {}
    for count in (300, 3_000):
        folder = tmp_path_factory.mktemp(f"class-{count}")
        results = invented_class(folder, count)
        found[count] = report.write(results, "ps1", folder / "reports" / "ps1"), results
    return found


@pytest.mark.parametrize("count", [300, 3_000])
def test_page_holds_everybody_once_and_is_small_enough_to_send(written, count):
    path, results = written[count]
    page = path.read_text("utf-8")
    assert len(re.findall(r'<tr id="s\d+"', page)) == count
    assert path.stat().st_size < 800 * count + 100_000
    # each mistake has as many as made it at all, in groups that hold each of them once
    _, *parts = page.split('<section id="students"')[0].split('<details class="mistake"')
    for part, (_, students) in zip(parts, made(results), strict=True):
        assert len(re.findall(r'<a href="#s\d+">', part)) == len(students)
    assert len(made(results)) > 10 and len(graded(results)) == count * 0.9


def test_alike_answers_stand_together_in_the_page(written):
    path, results = written[300]
    page = path.read_text("utf-8")
    groups = [int(n) for n in re.findall(r"<h3>(\d+) students?</h3>", page)]
    assert max(groups) > 5 and sum(groups) == sum(len(students) for _, students in made(results))
    # comments and names differ from student to student: as text all answers are different
    assert len({text for one in results for text in one.answers.values()}) == len(graded(results))


def test_page_on_nobody_or_on_nothing_graded_is_a_page(tmp_path):
    absent = [one for one in invented_class(tmp_path, 40) if one.is_absent or one.problem]
    for results in ([], absent):
        page = report.write(results, "ps1", tmp_path).read_text("utf-8")
        assert "Nobody has marks yet." in page and "Nobody made a mistake." in page


def test_a_check_is_about_the_answers_that_name_what_it_reads(tmp_path):
    cells = [
        own_course.cell("What f is.", "markdown", "text-f", locked=True),
        own_course.solution("f", "def f(n):\n    return n"),
        own_course.cell("What g is.", "markdown", "text-g", locked=True),
        own_course.solution("g", "def g(n):\n    return -n"),
        own_course.graded("t-f", "assert f(1) == 1"),
        own_course.graded(
            "t-g", "assert g(1) == -1\n### BEGIN HIDDEN TESTS\nassert g(f(2)) == -2\n### END HIDDEN TESTS"
        ),
        own_course.graded("t-none", "assert True"),
        own_course.written("why"),
    ]
    assignment = Course(own_course.write_course(tmp_path, "ps", {"one": cells})).assignment("ps")
    answers = {name: found for (_, name), found in assignment.answers.items()}
    assert answers == {"t-f": ["f"], "t-g": ["f", "g"], "t-none": ["f", "g", "why"], "why": ["why"]}
    assert assignment.task("one", "t-f") == ("text-f", "What f is.")
    assert assignment.task("one", "why") == ("text-g", "What g is.")


# In a browser ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tabs(written, axe):
    """A browser with a tab for each class: {count: what is in it}."""
    with chromium() as browser:
        found = {}
        for count, (path, results) in written.items():
            tab = browser.new_page(viewport={"width": 1280, "height": 900})
            fetched = []
            tab.on("request", lambda request, to=fetched: to.append(request.url))
            found[count] = SimpleNamespace(
                page=tab, results=results, browser=browser, fetched=fetched, uri=path.as_uri()
            )
        yield found


def opened(tab):
    """The page as it is when it is opened."""
    tab.page.goto("about:blank")
    tab.page.goto(tab.uri)
    return tab.page


@pytest.fixture
def shown(tabs):
    return tabs[300]


@pytest.fixture
def page(shown):
    return opened(shown)


def visible(page):
    return page.locator("#table tbody tr:visible")


def shows(page, text):
    """Wait until the line over the table says so: the page follows a link a moment later."""
    page.locator("#shown", has_text=text).wait_for()


def tab_to(page, name):
    """Press Tab until something has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"{name} is out of reach of the keyboard")


def test_keyboard_alone_searches_filters_sorts_and_turns_pages(tabs):
    shown = tabs[3_000]
    page = opened(shown)
    assert visible(page).count() == 50
    page.evaluate("document.getElementById('students').focus()")
    tab_to(page, "search")
    page.keyboard.type("dora s0")
    found = [one for one in shown.results if one.score.first_name == "Dora"]
    shows(page, f"1 to 50 of {len(found)} students, of 3000 in the class")
    tab_to(page, "state")
    page.keyboard.type("waits")
    waiting = [one for one in found if one.score.waits]
    assert (
        visible(page).count() == min(50, len(waiting))
        and f"of {len(waiting)} students" in page.locator("#shown").inner_text()
    )
    tab_to(page, "clear")
    page.keyboard.press("Enter")
    tab_to(page, "on")
    page.keyboard.press("Enter")
    shows(page, "51 to 100 of 3000 students")
    tab_to(page, "final")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    best = max(one.score.final for one in shown.results)
    assert visible(page).first.locator("td").first.inner_text() == f"{best:g} of 12"
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("final")


def test_a_bar_leads_to_its_students_and_a_mistake_to_their_code(page, shown):
    row = page.locator(".histogram tbody tr").last
    count = int(row.locator("a").evaluate("one => one.firstChild.textContent"))
    row.locator("a").press("Enter")
    shows(page, f"of {count} students")
    name, students = made(shown.results)[0]
    mistake = page.locator(".mistake").first
    mistake.locator("summary").first.press("Enter")
    mistake.locator("pre", has_text="class DataGenerator").first.wait_for()  # it is filled in when it opens
    assert mistake.locator("article:visible").count() == min(12, mistake.locator("article").count())
    mistake.get_by_role("link", name="Show them in the table").press("Enter")
    shows(page, f"of {len(students)} students")
    # a student's name leads to the row, on whatever page it is
    page.evaluate("location.hash = '#s290'")
    page.wait_for_function("document.activeElement.id === 's290'")
    assert page.locator("#s290").is_visible()


def test_slide_fills_the_screen_and_names_nobody(page, shown):
    slides = page.locator(".slide")
    assert slides.count() == 3
    for slide in slides.all():
        assert slide.locator("img").get_attribute("alt") and slide.locator("dd").count() == 3
        assert slide.locator("a[data-jupyter*=cell-id]").count() == 1
        assert not re.search(r"s\d{5}", slide.inner_text())
    slides.first.get_by_role("button").press("Enter")
    page.wait_for_function("document.fullscreenElement?.className === 'slide'")
    page.keyboard.press("Escape")


def test_links_to_jupyterlab_follow_the_address_that_is_typed(page):
    link = page.locator("#s0 a[data-jupyter]")
    assert link.get_attribute("href").startswith("http://localhost:8888/formgrader/submissions/")
    for typed, base in (
        ("https://hub.invalid/user/x/", "https://hub.invalid/user/x/"),
        ("javascript:alert(1)//", "https://hub.invalid/user/x/"),
    ):
        page.locator("#jupyter").fill(typed)
        page.locator("#jupyter").press("Tab")
        assert link.get_attribute("href").startswith(f"{base}formgrader/")


def test_paper_has_the_whole_class_and_no_controls(page):
    page.emulate_media(media="print")
    assert visible(page).count() == 300 and not page.locator("#search").is_visible()
    page.emulate_media(media="screen")


def test_axe_finds_nothing_and_nothing_is_fetched(page, shown, axe):
    page.locator(".mistake summary").first.press("Enter")
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run()).violations")
    assert [f"{v['id']}: {node['html'][:200]}" for v in found for node in v["nodes"]] == []
    assert {url for url in shown.fetched if not url.startswith(("file:", "data:", "about:"))} == set()


def test_attack_runs_nothing_in_the_page(shown, hostile):
    page = shown.browser.new_page()
    page.goto(hostile[0].as_uri())
    for one in page.locator(".mistake").all():
        one.evaluate("one => { one.open = true; }")
    # an image whose address is nonsense fails later than one that stood in the page before it
    page.evaluate("new Promise((done) => { const i = new Image(); i.onerror = done; i.src = 'x'; })")
    assert page.evaluate("window.evil") is None and page.locator("html.scripted").count() == 1
    assert page.locator("[onerror]").count() == 0 and page.locator("script").count() == 2
    page.close()
