"""jekyll-polyglot: the site once for each language, with what there is in that language.

Configuration: ``languages`` (``[en]``), ``default_lang`` (``en``), ``exclude_from_localization``
(what only the default language has), ``lang_from_path``, ``lang_vars`` (more names of
``site.active_lang``).
Front matter: ``lang``, ``lang-exclusive``.

The default language is at the root, each other one in a folder of its name. Of documents with the
same address that of the language is taken, else that of the default language. Links within the site
lead to the same language, but those in ``{% static_href %}href="..."{% endstatic_href %}``.

Source: https://github.com/untra/polyglot (1.5.1).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from jinkyll.content import Document, Page
from jinkyll.liquid.errors import LiquidSyntaxError
from jinkyll.liquid.printing import to_s
from jinkyll.plugins.api import Block, Generator, Priority, Tag, editions, hook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinkyll.configuration import Configuration
    from jinkyll.content import Site
    from jinkyll.liquid import Context

_Item = TypeVar("_Item", Document, Page)

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(:?[_-](:?[A-Za-z]{2}){1,2}){0,2}")
#: The path of a link. What a run of characters has taken it need not give back: neither the slash
#: nor the quote behind it is one of them.
_PATH: Final = r"/((?:{excluded}[^,'\"\s/?.]++\.?)*(?:/[^\]\[)(\"'\s]*)?)\""


class _Address(str):
    """The permalink of a page whose front matter gives none."""

    __slots__ = ()


def _default(configuration: Mapping[str, Any]) -> Any:
    return configuration.get("default_lang", "en")


def _languages(configuration: Mapping[str, Any]) -> list[Any]:
    return list(dict.fromkeys(configuration.get("languages", ["en"])))


def _only_in_default(site: Site) -> list[str]:
    names = map(str, site.config.get("exclude_from_localization", []))
    return [
        f"{name}/" if (site.source / name).is_dir() and not name.endswith("/") else name
        for name in names
    ]


@editions
def languages(configuration: Configuration) -> list[dict[str, Any]]:
    """An edition in a folder of its own for each language but the default one."""
    return [
        {"active_lang": language, "destination": str(configuration.destination / str(language))}
        for language in _languages(configuration)
        if language != _default(configuration)
    ]


@hook("site", "after_init")
def prepare(site: Site) -> None:
    """Have the configuration tell the language, and leave out what only the default one has."""
    config = site.config
    default, others = _default(config), _languages(config)
    # An own ``active_lang`` is that of an edition: the first build knows none.
    active = config["active_lang"] = config.get("active_lang", default)
    config["default_lang"], config["languages"] = default, others
    for name in config.get("lang_vars", []):
        config[name] = active
    config["keep_files"] = [*config.keep_files, *(str(one) for one in others if one != default)]
    if active != default:
        config["exclude"] = [*config.exclude, *_only_in_default(site)]
        root = site.destination.parent
        if site.source in root.parents:
            config["exclude"].append(f"{root.relative_to(site.source).as_posix()}/")


@hook("site", "post_read")
def coordinate(site: Site) -> None:
    """Put the data of the language over the others, and choose one document for each address."""
    active, default = site.config["active_lang"], site.config["default_lang"]
    for language in (default, active):
        if language in site.data:
            site.data = _merged(site.data, site.data[language])
    chosen: dict[str, Any] = {}
    for collection in site.collections.values():
        collection.docs = _coordinated(site, collection.docs, chosen)
    site.pages = _coordinated(site, site.pages, chosen)
    if active != default:
        left_out = tuple(_only_in_default(site))
        site.static_files = [
            file for file in site.static_files if not file.relative_path[1:].startswith(left_out)
        ]


def _merged(one: Any, other: Any) -> Any:
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return other
    return {
        **one,
        **{key: _merged(one[key], value) if key in one else value for key, value in other.items()},
    }


def _coordinated(site: Site, items: list[_Item], chosen: dict[str, Any]) -> list[_Item]:
    """Those of *items* that the language has; *chosen* holds the languages of addresses so far."""
    active, default = site.config["active_lang"], site.config["default_lang"]
    names = "|".join(map(str, site.config["languages"]))
    marks = re.compile(f"[/.](?:{names})[/.]")
    approved: dict[str, _Item] = {}
    for item in items:
        language = item.data["lang"] or _from_path(site, item) or default
        only = item.data["lang-exclusive"] or []
        url = marks.sub("/", item.url)
        item.data["permalink"] = url if "permalink" in item.data else _Address(url)
        taken = chosen.get(url)
        if taken is not None and (taken == active or (taken == default and language != active)):
            continue
        if only and active not in only:
            continue
        approved[url] = item
        chosen[url] = language
    return list(approved.values())


def _from_path(site: Site, item: Document | Page) -> str | None:
    if not site.config.get("lang_from_path"):
        return None
    first, *others = item.relative_path.split("/")
    if first.startswith("_") and len(others) > 1 and _LANGUAGE.fullmatch(others[0]):
        return others[0]
    return first if others and _LANGUAGE.fullmatch(first) else None


class OwnAddresses(Generator):
    """Takes from pages that are made after others, as by pagination, the address of these."""

    priority = Priority.LOWEST - 1

    def generate(self, site: Site) -> None:
        """Have copies be where they belong: their gems read the front matter again."""
        known: set[str] = set()
        for page in site.pages:
            address = dict.get(page.data, "permalink")
            if isinstance(address, _Address):
                if address in known:
                    del page.data["permalink"]
                    page.__dict__.pop("url", None)
                known.add(address)


@hook("site", "post_render")
def lead_to_the_language(site: Site, _payload: object) -> None:
    """Have the links of all pages lead to pages of the same language."""
    replacements = list(_replacements(site))
    items: list[Document | Page] = [*site.pages]
    for collection in site.collections.values():
        items += collection.docs
    for item in items:
        output = item.output
        if output is not None:
            for pattern, replacement in replacements:
                output = pattern.sub(replacement, output)
            item.output = output


def _replacements(site: Site) -> Iterator[tuple[re.Pattern[str], str]]:
    config = site.config
    active, default = config["active_lang"], config["default_lang"]
    patterns = [*map(_pattern, map(str, config.exclude))]
    patterns += [f"{re.escape(str(language))}/" for language in config["languages"]]
    excluded = "".join(f"(?!{pattern})" for pattern in patterns)
    path, any_path = _PATH.format(excluded=excluded), _PATH.format(excluded="")
    hosts = [""] if config.get("url") in (None, False) else ["", str(config["url"])]
    for host in hosts:
        base = f"{host}{config.baseurl}"
        whole = base.replace("\\", r"\\")
        before = f'(?<!hreflang="{default}" )' if host else ""
        if active != default:
            link = re.compile(f'{before}href="?{base}{path}', re.ASCII)
            yield link, rf'href="{whole}/{active}/\1"'
        link = re.compile(f'{before}ferh="?{base}{any_path}', re.ASCII)
        yield link, rf'href="{whole}/\1"'


def _pattern(name: str) -> str:
    """*name* as a pattern, which the gem takes it for; where it is none, itself."""
    try:
        re.compile(name)
    except re.error:
        return re.escape(name)
    return name


class I18nHeaders(Tag):
    """``{% I18n_Headers [URL] %}``: the links to the page in the other languages."""

    name = "I18n_Headers"

    def render(self, context: Context) -> str:
        """The ``<meta>`` and the ``<link>`` of each language."""
        config = cast("Site", context.registers["site"]).config
        host = self.markup.strip().removesuffix("/") or to_s(config.get("url"))
        permalink = to_s(context.evaluate("page.permalink"))
        default = config["default_lang"]
        lines = [f'<meta http-equiv="Content-Language" content="{config["active_lang"]}">\n']
        for language in (default, *(one for one in config["languages"] if one != default)):
            folder = "" if language == default else f"/{language}"
            lines.append(
                f'<link rel="alternate" hreflang="{language}" href="{host}{folder}{permalink}"/>\n'
            )
        return "".join(lines)


class I18nHeadersInLowerCase(I18nHeaders):
    """``{% i18n_headers [URL] %}``."""

    name = "i18n_headers"


class StaticHref(Block):
    """``{% static_href %}href="..."{% endstatic_href %}``: a link that stays as it is."""

    name = "static_href"

    def render(self, _context: Context, body: Callable[[], str]) -> str:
        """The link, spelt so that it is none until the others have been changed."""
        text = body().strip()
        name, equals, value = text.partition("=")
        if not (name == "href" and equals and "=" not in value and _quoted(value)):
            raise LiquidSyntaxError(f'static_href takes one href="...", not {text}')
        return f"ferh={value}"


class StaticHrefWithCapitals(StaticHref):
    """``{% Static_Href %}href="..."{% endStatic_Href %}``."""

    name = "Static_Href"


def _quoted(value: str) -> bool:
    return value.startswith('"') and value.endswith('"')
