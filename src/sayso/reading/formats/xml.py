"""XML from strangers: no entities, no network, no document types."""

from __future__ import annotations

import re
from typing import Any

from sayso.errors import ReadingError

ENTITIES = re.compile(rb"<!ENTITY|<!\x00?E\x00?N\x00?T\x00?I\x00?T\x00?Y", re.IGNORECASE)


def check_entities(raw: bytes, *, file: str) -> None:
    """Refuse XML that defines entities, with which a few lines can grow to gigabytes.

    Raises:
        ReadingError: It defines some.
    """
    if ENTITIES.search(raw):
        raise ReadingError(
            f"{file} defines XML entities, which no report needs and an XML bomb is made of",
            remedy="save its text as .txt",
        )


def read_xml(raw: bytes, *, file: str) -> Any:
    """The root element of an XML file.

    Raises:
        ReadingError: It defines entities, or is no well-formed XML.
    """
    from lxml import etree  # noqa: PLC0415 - start-up time

    check_entities(raw, file=file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(raw, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadingError(
            f"{file} is no well-formed XML ({error})", remedy="save it again, or its text as .txt"
        ) from error
