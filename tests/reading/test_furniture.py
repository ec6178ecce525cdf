import pytest

from sayso.reading import find_furniture

TITLE = "Bridge falls in Zelin"
BODY = (
    "Two people were killed when a bridge fell in the town of Zelin on Friday, police said.",
    "The mayor, Ada Quill, told reporters that the bridge had been closed for repairs since the floods.",
    "“We heard a crack, and then it was gone,” said Ben Roe, who had been fishing from the bank below.",
    "Divers searched the river until dark. They will go on in the morning, the fire service said.",
)


def marked(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n\n".join((TITLE, *paragraphs))
    return [(mark.kind, text[mark.start : mark.end]) for mark in find_furniture(text, title_end=len(TITLE))]


def test_a_report_is_not_furniture() -> None:
    assert marked(*BODY) == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("caption", "Divers at the river. Photo: Cyd Lam/Newsreel via Getty Images"),
        ("caption", "The bridge on Friday. (AP Photo/Cyd Lam)"),
        ("related", "[The Long Decline of the Bridges of Norland]"),
        ("related", "Read more: How bridges age"),
        ("related", "RELATED LINK | How bridges age"),
        ("related", "VIDEO | The mayor speaks"),
        ("related", "Click here to see the pictures"),
        ("embed", "This slideshow requires JavaScript."),
        ("embed", "Loading..."),
        ("advert", "Advertise with The Lantern"),
        ("newsletter", "Sign up for our free newsletter. Unsubscribe at any time."),
        ("newsletter", "This site uses cookies."),
        ("navigation", "Follow us on Facebook and Telegram"),
        ("navigation", "join telegram"),
        ("navigation", "Share Tweet Email Print"),
        ("navigation", "Would love your thoughts, please comment."),
        ("navigation", "¢ £ ¢ ¢ £ ±"),
        ("credit", "Copyright 2031 The Lantern. All rights reserved."),
        ("credit", "(Reporting by Cyd Lam; Editing by Dee Poe)"),
        ("credit", "Source: The Lantern and agencies"),
        ("credit", "Published: 7 November 2031"),
    ],
)
def test_a_line_of_furniture_is_marked_whole_and_nothing_else(kind: str, line: str) -> None:
    assert marked(BODY[0], line, *BODY[1:]) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "The group's newsletter took responsibility for the blast, and the police said they would follow it.",
        "A photo by a neighbour shows the bridge an hour before, with three cars on it.",
        "Videos posted on Facebook and Instagram showed the bridge swaying, according to the mayor.",
        "Source water for the town comes from the river, the mayor said.",
        "Watch commanders said they had seen nothing.",
        "Related charges were dropped in May.",
        "Cyd Lam is a journalist who saw the bridge fall, and she called the police at once.",
    ],
)
def test_prose_with_the_same_words_is_left_alone(line: str) -> None:
    assert marked(BODY[0], line, *BODY[1:]) == []


def test_a_caption_printed_twice_is_marked_twice() -> None:
    caption = "The bridge on Friday, seen from the town"
    assert marked(BODY[0], caption, caption, *BODY[1:]) == [("caption", f"{caption}\n\n{caption}")]


def test_a_pull_quote_is_marked_where_it_stands_alone() -> None:
    quote = "The bridge had been closed for repairs since the floods."
    assert marked(BODY[0], quote, *BODY[1:]) == [("pull_quote", quote)]


def test_the_headline_again_is_navigation() -> None:
    assert marked(TITLE, *BODY) == [("navigation", TITLE)]


def test_after_check_also_nothing_belongs_to_the_report() -> None:
    tail = ("Check Also", "Floods in the North", "The rivers of the north have risen since Monday …")
    assert marked(*BODY, *tail) == [("related", "\n\n".join(tail))]


def test_the_tail_of_a_blog_is_taken_apart() -> None:
    tail = (
        ("poll", "Take our poll: who is to blame?"),
        ("credit", "By Cyd Lam"),
        ("biography", "Cyd Lam is a travel journalist living on the coast. She also paints."),
        ("navigation", "Notify of"),
    )
    assert marked(*BODY, *(words for _, words in tail))[1:] == list(tail)[1:]


def test_an_unpunctuated_list_of_the_report_is_kept() -> None:
    assert (
        marked(
            *BODY,
            "A boy was hit in the leg",
            "A girl was hit in the arm",
            "A man broke a hip",
            "A woman fell",
        )
        == []
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("advert", "Advertisement"),
        ("advert", "Story continues below advertisement"),
        ("related", "(Read more: How bridges age)"),
        ("related", "[Watch: The mayor speaks]"),
    ],
)
def test_what_stands_inside_a_paragraph_is_marked_and_the_paragraph_is_not(kind: str, words: str) -> None:
    paragraph = f"{BODY[0]} {words} {BODY[1]}"
    assert marked(paragraph, *BODY[2:]) == [(kind, words)]


def test_the_word_advertisement_in_prose_is_left_alone() -> None:
    assert marked("The advertisement on the bridge was torn, and an Advertisement pillar fell.", *BODY) == []


def test_a_heading_of_links_takes_the_links_below_it_and_no_prose() -> None:
    links = ("READ ALSO", "Floods in the North", "The Long Decline of the Bridges")
    assert marked(BODY[0], *links, *BODY[1:]) == [("related", "\n\n".join(links))]


def test_comments_run_to_the_end_whatever_they_say() -> None:
    comments = ("3 Comments", "Nine people died, not two, I saw it myself.", "Who built that bridge?")
    assert marked(*BODY, *comments) == [("comments", "\n\n".join(comments))]


def test_one_line_boxes_of_markdown_are_marked() -> None:
    lines = ("Check also: Floods in the North", "poll: Who is to blame?", "About the author: Cyd Lam swims.")
    found = marked(*BODY, *lines)
    assert [kind for kind, _ in found] == ["related", "poll", "biography"]


def test_a_reporter_who_was_hurt_is_no_biography() -> None:
    victim = "Cyd Lam is a reporter for the local paper and was crossing the bridge at the time."
    assert marked(*BODY, victim, "Lam broke an arm, the hospital said on Friday night.") == []


@pytest.mark.parametrize(
    "opening",
    [
        "NWN Friday 7 Nov 2031 ",
        "7 November 2031 - ",
        "Published November 7 2031 - Bridge falls in Zelin town, two killed - ",
        "Posted on November 7 2031 by The Lantern Bridge falls in Zelin town, two killed. ",
        "7 Nov 2031 - “Bridge falls in Zelin” town two killed | The Lantern - ",
    ],
)
def test_what_a_page_runs_into_the_first_sentence_is_navigation(opening: str) -> None:
    text = f"Bridge falls in Zelin town, two killed | The Zelin Post\n\n{opening}{BODY[0]}"
    title_end = text.index("\n")
    navigation = [text[m.start : m.end] for m in find_furniture(text, title_end=title_end)]
    lantern = opening.find("| The Lantern - ")
    assert navigation[0] == " | The Zelin Post"
    assert navigation[1] in {opening, opening[:lantern] + "| "}
    assert text[find_furniture(text, title_end=title_end)[-1].end :].endswith(BODY[0])


@pytest.mark.parametrize("title", ["Bridge falls - two killed", "Zelin - A town that fell", TITLE])
def test_a_headline_of_two_parts_is_no_site_name(title: str) -> None:
    text = f"{title}\n\n{BODY[0]}"
    assert find_furniture(text, title_end=len(title)) == ()
