"""Builds of one site again and again, while its pages are written.

What is saved most of the time is the body of a post. Then the site that the last build has
read is still right, but for that body, and so it is kept in memory: only what changed is read,
rendered and written. Whatever else changed makes the build an ordinary one, and so does
anything of which nobody can tell.

The page is there as soon as it is written. That everything else in the destination lies there as
the last build left it is looked at afterwards, and an ordinary build mends it if not.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from jinkyll import log
from jinkyll.build import Report, build, rare_collections, repeated
from jinkyll.cache import open_cache
from jinkyll.content import Document, Excerpt, Page
from jinkyll.content.reads import NotHere, Reads
from jinkyll.content.site import build_time
from jinkyll.errors import JinkyllError

if TYPE_CHECKING:
    from jinkyll.cache.regenerator import Plan, Regenerator
    from jinkyll.configuration import Configuration
    from jinkyll.content import Site
    from jinkyll.content.text_slot import Text
    from jinkyll.plugins import Plugins

    Item = Document | Page

__all__ = ["Rebuilder"]

_MOST: Final = 50
"""More changed files than this are no edits."""


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
        before: Report | None = None
        if kept is not None and kept.site.configuration is configuration:
            before = kept.rebuild()
            if before is not None and kept.regenerator.destination_is_right():
                self._kept = kept
                return before
        candidates: list[_Kept] = []
        report = build(configuration, lambda *read: candidates.extend(_candidates(*read)))
        if report.written is None:
            self._kept = kept  # nothing has changed
        elif candidates and not report.written.contested:
            self._kept = candidates[-1].after(report)
        if before is not None and before.written is not None and report.written is not None:
            report.written.touched += before.written.touched
        return report


def _candidates(
    site: Site, plugins: Plugins, regenerator: Regenerator | None, said: list[log.Message]
) -> list[_Kept]:
    """What may be kept of a build that has read and generated its site, if it may be."""
    if regenerator is None or not plugins.ignore_bodies:
        return []
    # A warning may be due to a body, and be gone with it.
    if any(isinstance(kind, str) or kind > log.Level.INFO for kind, _ in said):
        return []
    # What stands in for a date that is not there is another one at each build.
    if any(
        dict.get(doc.data, "date") in (None, False, site.begun)
        for collection in site.collections.values()
        for doc in collection.docs
    ):
        return []
    return [_Kept(site, plugins, regenerator, list(said))]


@dataclass
class _Kept:
    """A site between two builds: as it was read, with nothing of it rendered."""

    site: Site
    plugins: Plugins
    regenerator: Regenerator
    said: list[log.Message]
    """What there was to say while it was read and generated."""
    report: Report = field(default_factory=Report)

    def __post_init__(self) -> None:
        self._items = self.regenerator.items
        self._pages = list(self.site.pages)
        self._documents: list[Document] = [
            item for item in self._items if isinstance(item, Document)
        ]
        self._bodies: list[Text] = [item.source_text for item in self._items]
        self._made: dict[int, list[Page]] = {}
        self._places: dict[str, int] = {}
        for place, item in enumerate(self._items):
            # Of pages that a plugin made from another's file nobody knows what they have of it.
            source = _source(item)
            self._places[source] = -1 if source in self._places else place

    def after(self, report: Report) -> _Kept | None:
        """The site, after the ordinary build that *report* tells of; None if it can't be kept."""
        self.report = report
        self._made = {}
        for page in self.site.pages[len(self._pages) :]:
            # A source map has what its style sheet says.
            sheet = next((one for one in self._pages if one.data is page.data), None)
            if sheet is None:
                return None
            self._made.setdefault(id(sheet), []).append(page)
        self.restore()
        return self

    def restore(self) -> None:
        """Take back what rendering has done."""
        self.site.pages[:] = self._pages
        rendered = self.site.reads.rendered_excerpts()
        for item, body in zip(self._items, self._bodies, strict=True):
            item.content = body
            item.output = None
            if id(item) in rendered:
                _cut_excerpt(item)
        self.site.reads = Reads()

    def rebuild(self) -> Report | None:
        """Build, if all that changed are bodies; else None, and nothing has been done."""
        configuration = self.site.configuration
        begun = build_time(configuration)
        changed = self.regenerator.again(lambda how: repeated(how, begun))
        if not changed or len(changed) > _MOST:
            return None
        read = self._read(changed)
        # Who lists the pages must find source maps where a clean build has them: at their turn.
        if read is None or any(item.asset_file for item in read.values()):
            return None
        plan = self.regenerator.plan_again(read)
        if plan is None:
            return None
        made = {id(page): page for pages in self._made.values() for page in pages}
        plan = replace(plan, left_out={**plan.left_out, **made}, made=self._made)
        for place, item in read.items():
            self._bodies[place] = self._items[place].content = item.source_text
            self._items[place].body_line = item.body_line
            _cut_excerpt(self._items[place])
        self.site.begun = begun
        try:
            with rare_collections(), log.recording() as said:
                log.repeat(self.said)
                report = self._render(plan, said)
        except NotHere:
            return None
        finally:
            self.restore()
        return report

    def _read(self, changed: list[str]) -> dict[int, Item] | None:
        """The items of the *changed* files, read anew, by their places; None if they are others."""
        from jinkyll.read import read_again  # noqa: PLC0415  (loaded by the first build)

        read: dict[int, Item] = {}
        level = log.level()
        log.set_level(log.Level.ERROR)
        try:
            with log.recording() as said:
                for path in changed:
                    place = self._places.get(path, -1)
                    item = read_again(self._items[place]) if place >= 0 else None
                    if item is None:
                        return None
                    read[place] = item
        except (JinkyllError, OSError):
            return None  # the ordinary build will say what is wrong
        finally:
            log.set_level(level)
        return None if said else read

    def _render(self, plan: Plan, said: list[log.Message]) -> Report:
        # The first build has loaded them.
        from jinkyll.render import render  # noqa: PLC0415
        from jinkyll.write import write_rendered  # noqa: PLC0415

        site, before = self.site, self.report
        report = Report(before.pages, before.documents, before.static_files, skipped=site.skipped)
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


def _cut_excerpt(item: Item) -> None:
    """Give *item* the excerpt of its body, if it has one that is made of it."""
    excerpt = dict.get(item.data, "excerpt")
    if isinstance(excerpt, Excerpt):
        item.data["excerpt"] = type(excerpt)(item)
