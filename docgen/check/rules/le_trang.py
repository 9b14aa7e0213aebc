"""Headers and footers as they are printed, and whether a page number stands in them."""

from collections.abc import Iterator

from docgen.check.view import PageHead, Paragraph, Section, View


def printed(section: Section, heads: tuple[PageHead, ...]) -> Iterator[PageHead]:
    """Yield those of the headers or footers `heads` of `section` that are printed on a page."""
    for head in heads:
        on_first, on_even = head.kind == "first", head.kind == "even"
        if not (on_first and not section.title_page) and not (on_even and not section.even_and_odd):
            yield head


def page_heads(view: View) -> Iterator[PageHead]:
    """Yield every header and footer that is printed, those that sections share once."""
    seen: set[int] = set()
    for section in view.sections:
        for head in (*printed(section, section.headers), *printed(section, section.footers)):
            key = next((id(paragraph.element) for paragraph in head.paragraphs if paragraph.element is not None), id(head))
            if key not in seen:
                seen.add(key)
                yield head


def number_paragraphs(section: Section, heads: tuple[PageHead, ...]) -> list[Paragraph]:
    """Return the paragraphs of `heads` that print the number on pages of `section` other than its first."""
    running = (head for head in printed(section, heads) if head.kind != "first")
    return [paragraph for head in running for paragraph in head.paragraphs if "PAGE" in paragraph.fields]
