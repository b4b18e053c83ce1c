"""Builds of one site again and again, while its pages are written.

What is saved most of the time is the body of a post. Then the site that the last build has
read is still right, but for that body, and so it is kept, in memory and on disk: only what
changed is read, rendered and written. Whatever else changed makes the build an ordinary one,
and so does anything of which nobody can tell.

The page is there as soon as it is written. That everything else in the destination lies there as
the last build left it is looked at afterwards, and an ordinary build mends it if not.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from jinkyll import log
from jinkyll.build import Report, build, look, rare_collections, repeated
from jinkyll.cache import kept_site, open_cache
from jinkyll.content import Document, Excerpt, Page
from jinkyll.content.permalink import tells_the_date
from jinkyll.content.reads import NotHere, Reads
from jinkyll.content.site import build_time
from jinkyll.content.text_slot import Deferred
from jinkyll.errors import JinkyllError

if TYPE_CHECKING:
    from collections.abc import Container

    from jinkyll.cache.regenerator import Plan, Regenerator
    from jinkyll.configuration import Configuration
    from jinkyll.content import Site
    from jinkyll.content.text_slot import Text
    from jinkyll.plugins import Plugins

    Item = Document | Page

__all__ = ["Rebuilder"]

_MOST: Final = 50
"""More changed files than this are no edits."""
_USED: Final = ""
"""In the place of the source of an item whose body is more than itself."""


class Rebuilder:
    """Builds, each time with the report of :func:`jinkyll.build.build`."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None

    def __call__(self, configuration: Configuration) -> Report:
        """Build the site that *configuration* describes.

        Raises:
            JinkyllError: as :func:`jinkyll.build.build`.
        """
        kept, self._kept = self._kept, None
        regenerator: Regenerator | None = None
        if kept is None or kept.regenerator.configuration is not configuration:
            regenerator, kept = _from_disk(configuration)
        else:
            begun = build_time(configuration)
            kept.regenerator.look_again(lambda how: repeated(how, begun))
        before: Report | None = None
        if kept is not None:
            was_right = kept.regenerator.destination_was_right()
            before = None if was_right is False else kept.rebuild()
            if before is not None and (was_right or kept.regenerator.destination_is_right()):
                self._kept = kept
                return before
        candidates: list[_Kept] = []
        report = build(
            configuration,
            lambda *read: candidates.extend(_candidates(*read)),
            regenerator if before is None else None,
        )
        if report.written is None:
            self._kept = kept  # nothing has changed
        elif candidates and not report.written.contested:
            self._kept = candidates[-1].after(report)
            if self._kept is not None:
                self._kept.save()
        if before is not None and before.written is not None and report.written is not None:
            report.written.touched += before.written.touched
        return report


def _from_disk(configuration: Configuration) -> tuple[Regenerator | None, _Kept | None]:
    """A look at the sources, and the site that an earlier build has kept if only bodies changed."""
    cache = open_cache(configuration)
    try:
        regenerator = look(configuration, cache)
    finally:
        cache.close()
    if regenerator is None or not regenerator.edited() or regenerator.kept_site is None:
        return regenerator, None
    # Imported when something has changed.
    from jinkyll.plugins import load  # noqa: PLC0415
    from jinkyll.read import empty_site  # noqa: PLC0415

    try:
        # What there is to say will be said with the rest that belongs to the site.
        with log.silence():
            plugins = load(configuration)
            site = empty_site(configuration, plugins)
    except JinkyllError:
        return regenerator, None  # the ordinary build will say what is wrong
    found = kept_site.load(*regenerator.kept_site, site)
    if found is None or not regenerator.resume(
        site, list(found.items), plugins.names, strangers=plugins.strangers
    ):
        return regenerator, None
    return regenerator, _Kept(site, plugins, regenerator, **found.others)


def _candidates(
    site: Site,
    plugins: Plugins,
    regenerator: Regenerator | None,
    said: list[log.Message],
    used: Container[int],
) -> list[_Kept]:
    """What may be kept of a build that has read and generated its site, if it may be.

    *used* are those items of which plugins have used the bodies, by ids.
    """
    if regenerator is None or not regenerator.items or plugins.hooks.look_at_sources:
        return []
    # A warning may be due to a body, and be gone with it.
    if any(isinstance(kind, str) or kind > log.Level.INFO for kind, _ in said):
        return []
    # What stands in for a date that is not there is another one at each build.
    if any(
        dict.get(doc.data, "date") is site.begun
        and tells_the_date(doc.permalink or doc.url_template)
        for collection in site.collections.values()
        for doc in collection.docs
    ):
        return []
    items = regenerator.items
    excerpts = (dict.get(item.data, "excerpt") for item in items)
    if not all(one.is_of_body for one in excerpts if isinstance(one, Excerpt)):
        return []
    sources = [_USED if id(item) in used else _source(item) for item in items]
    kept = _Kept(site, plugins, regenerator, list(said), sources)
    kept.bodies = {place: item.lasting_text for place, item in enumerate(items)}
    return [kept]


@dataclass
class _Kept:
    """A site between two builds: as it was read, with nothing of it rendered."""

    site: Site
    plugins: Plugins
    regenerator: Regenerator
    said: list[log.Message]
    """What there was to say while it was read and generated."""
    sources: list[str]
    """The files whose ends are the bodies of the items, in their order."""
    counts: dict[str, int] = field(default_factory=dict)
    """What the last build said of itself."""
    made: dict[int, list[Page]] = field(default_factory=dict)
    """The source maps that rendering style sheets has made, by the places of these."""

    def __post_init__(self) -> None:
        self._items = self.regenerator.items
        self._pages = list(self.site.pages)
        self._documents: list[Document] = [
            item for item in self._items if isinstance(item, Document)
        ]
        self.bodies: dict[int, Text] = {}
        """The bodies, not rendered, of those items that have been rendered since, by places."""
        self._places: dict[str, int] = {}
        for place, source in enumerate(self.sources):
            # Of pages that a plugin made from another's file nobody knows what they have of it.
            self._places[source] = -1 if source in self._places else place

    def after(self, report: Report) -> _Kept | None:
        """The site, after the ordinary build that *report* tells of; None if it can't be kept."""
        self.counts = report.counts()
        self.made = {}
        for page in self.site.pages[len(self._pages) :]:
            # A source map has what its style sheet says.
            sheet = next((one for one in self._pages if one.data is page.data), None)
            if sheet is None:
                return None
            self.made.setdefault(self._items.index(sheet), []).append(page)
        self.restore()
        return self

    def save(self) -> None:
        """Keep the site on disk, for the first build of another process."""
        place = self.regenerator.kept_site
        if place is not None:
            names = ("said", "sources", "counts", "made")
            others = {name: getattr(self, name) for name in names}
            kept_site.save(*place, self.site, kept_site.KeptSite(self._items, others))

    def restore(self) -> None:
        """Take back what rendering has done."""
        self.site.pages[:] = self._pages
        rendered = self.site.reads.rendered_excerpts()
        for place, body in self.bodies.items():
            self._items[place].content = body
            self._items[place].output = None
        for item in self._items:
            if id(item) in rendered:
                _cut_excerpt(item)
        self.bodies = {}
        self.site.reads = Reads()

    def rebuild(self) -> Report | None:
        """Build, if all that changed are bodies; else None, and nothing has been done."""
        changed = self.regenerator.edited()
        if not changed or len(changed) > _MOST:
            return None
        self._begin()
        read = self._read(changed)
        # Who lists the pages must find source maps where a clean build has them: at their turn.
        if read is None or any(item.asset_file for item in read.values()):
            return None
        plan = self.regenerator.plan_again(read)
        if plan is None:
            return None
        made = {id(page): page for pages in self.made.values() for page in pages}
        by_sheet = {id(self._items[place]): pages for place, pages in self.made.items()}
        plan = replace(plan, left_out={**plan.left_out, **made}, made=by_sheet)
        for place, new in read.items():
            item = self._items[place]
            # What is kept on disk knows where in its file a body is, or, if not, the body itself.
            start = _start(new.on_disk)
            if start is None or (start, new.body_line) != (
                _start(item.lasting_text),
                item.body_line,
            ):
                self.regenerator.forget_kept_site()
            item.content = new.source_text
            item.on_disk = new.on_disk
            item.body_line = new.body_line
            _cut_excerpt(item)
        self.bodies = {
            place: item.lasting_text
            for place, item in enumerate(self._items)
            if id(item) not in plan.left_out
        }
        try:
            with rare_collections(), log.recording() as said:
                log.repeat(self.said)
                report = self._render(plan, said)
        except NotHere:
            return None
        finally:
            self.restore()
        return report

    def _begin(self) -> None:
        """Let another build begin, at another time, which is the date of what has none."""
        before, now = self.site.begun, build_time(self.site.configuration)
        for item in self._items:
            data = vars(item).get("data")  # of one that sleeps there is none yet
            if data is not None and dict.get(data, "date") is before:
                data["date"] = now
        self.site.begun = now

    def _read(self, changed: list[str]) -> dict[int, Item] | None:
        """The items of the *changed* files, read anew, by their places; None if they are others."""
        from jinkyll.read import read_again  # noqa: PLC0415  (loaded by the first build)

        read: dict[int, Item] = {}
        try:
            with log.silence(), log.recording() as said:
                for path in changed:
                    place = self._places.get(path, -1)
                    item = read_again(self._items[place]) if place >= 0 else None
                    if item is None:
                        return None
                    read[place] = item
        except (JinkyllError, OSError):
            return None  # the ordinary build will say what is wrong
        return None if said else read

    def _render(self, plan: Plan, said: list[log.Message]) -> Report:
        # The first build has loaded them.
        from jinkyll.render import render  # noqa: PLC0415
        from jinkyll.write import write_rendered  # noqa: PLC0415

        site = self.site
        report = Report.like(self.counts, site.skipped)
        cache = open_cache(site.configuration)
        try:
            with report.timed("render"):
                render(site, self.plugins, cache, None, plan)
            with report.timed("write"):
                written: list[Item] = [*site.pages, *self._documents]
                report.written = write_rendered(
                    site,
                    self.plugins.hooks,
                    [one for one in written if id(one) not in plan.left_out and one.is_written],
                )
            report.rendered = report.pages + report.documents - len(plan.left_out)
            with report.timed("remember"):
                self.regenerator.finish(
                    site,
                    report.counts(),
                    touched=report.written.touched,
                    contested=(),
                    said=said,
                )
                cache.save(everything_used=False)
        finally:
            cache.close()
        return report


def _source(item: Item) -> str:
    return item.source_path if isinstance(item, Page) else item.path


def _start(text: Text) -> int | None:
    """Where in its file *text* begins, if that is known."""
    return text.place[1] if isinstance(text, Deferred) and text.place is not None else None


def _cut_excerpt(item: Item) -> None:
    """Give *item* the excerpt of its body, if it has one that is made of it."""
    excerpt = dict.get(item.data, "excerpt")
    if isinstance(excerpt, Excerpt):
        item.data["excerpt"] = type(excerpt)(item)
