"""From a page's source to its output: Liquid, then converters, then the chain of layouts.

What Jekyll's order promises: documents are rendered collection by collection
and before the pages, each in its turn, so that a feed or an index sees finished
content where it looks at what was rendered before it.

Source: https://jekyllrb.com/docs/rendering-process/ and Jekyll's ``Renderer``.
"""

from __future__ import annotations

from contextlib import closing, contextmanager, nullcontext
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinkyll import log
from jinkyll.cache import DiskCache, workers
from jinkyll.configuration import deep_merge
from jinkyll.content.document import Document
from jinkyll.content.excerpt import Excerpt
from jinkyll.content.page import Page
from jinkyll.errors import JinkyllError, RenderError, nearest
from jinkyll.liquid import ruby_to_s
from jinkyll.paths import is_jinja
from jinkyll.render.ahead import Ahead
from jinkyll.render.clock import listening
from jinkyll.render.converted_ahead import ConvertedAhead
from jinkyll.render.converters import Converters
from jinkyll.render.converters.kramdown import Kramdown
from jinkyll.render.converters.markdown import Markdown
from jinkyll.render.converters.sass import Scss
from jinkyll.render.drops import Drops, ExcerptDrop, JekyllDrop, PageDrop, SiteDrop, ThemeDrop
from jinkyll.render.environment import make_environment
from jinkyll.render.inclusions import Inclusions
from jinkyll.render.references import References
from jinkyll.render.statistics import Statistics
from jinkyll.render.template_loader import TemplateLoader
from jinkyll.render.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinkyll.cache.regenerator import Plan
    from jinkyll.cache.staging import Staging
    from jinkyll.content.layout import Layout
    from jinkyll.content.site import Site
    from jinkyll.liquid.drop import Drop
    from jinkyll.plugins.api import Converter
    from jinkyll.plugins.loading import Plugins
    from jinkyll.render.statistics import Renderable

__all__ = ["Renderer"]

Item = Page | Document
Payload = dict[str, Any]


class Renderer:
    """Renders one site once."""

    def __init__(self, site: Site, plugins: Plugins, cache: DiskCache | None = None) -> None:
        """Make ready to render *site*; *cache* has results of earlier builds, takes new ones."""
        self.site = site
        self.cache = DiskCache(None) if cache is None else cache
        self.hooks = plugins.hooks
        self._pure = plugins.pure
        self.converters = Converters(site, plugins.converters, self.cache)
        self._wording = Wording()
        self.environment = make_environment(site, plugins, self._wording.warn)
        self.drops = Drops(site.reads, self.render_excerpt)
        self.statistics: Statistics | None = None
        if site.configuration.get("profile"):
            self.statistics = Statistics()
            for converter in self.converters.in_order[:-1]:
                self.statistics.watch(converter)
        self._site_drop = SiteDrop(self.drops, site)
        self.payload: Payload = {
            "site": self._site_drop,
            "jekyll": JekyllDrop(self.drops),
            "theme": None if site.theme is None else ThemeDrop(self.drops, site.theme),
        }
        """What every page sees; hooks of ``site`` ``pre_render`` may add to it."""
        self._inclusions = Inclusions(site, self._load)
        self.environment.loader = TemplateLoader(site, self._inclusions, self._shown)
        self._references = References(site)
        self._addresses: dict[object, str] = {}
        self._layouts: dict[str, Renderable] = {}
        self._warned_of: set[str] = set()
        self._staging: Staging | None = None

    def render(
        self,
        progress: Callable[[int, int], None] | None = None,
        plan: Plan | None = None,
        staging: Staging | None = None,
    ) -> None:
        """Render all but what *plan* leaves out, telling *progress* how many of how many are done.

        Workers write the outputs into *staging*, if there is one.

        Raises:
            RenderError: the first mistake; nothing has been written yet.
        """
        site = self.site
        statistics = self.statistics
        self._staging = staging
        with (
            listening(site.reads),
            nullcontext() if statistics is None else statistics.listening(),
        ):
            self._render(progress, plan)
        site.reads.stop()
        if statistics is not None:
            statistics.caches = {
                "templates": self.environment.cache_counts,
                **self.cache.counts(),
            }

    def _render(self, progress: Callable[[int, int], None] | None, plan: Plan | None) -> None:
        site = self.site
        left_out: Mapping[int, object] = {} if plan is None else plan.left_out
        self.hooks.trigger("site", "pre_render", site, self.payload)
        documents: list[Item] = [doc for each in site.collections.values() for doc in each.docs]
        known = [*documents, *site.pages]
        wanted = [item for item in known if id(item) not in left_out]
        with self._rendered_ahead(wanted, known) as ahead:
            site.reads.start(absent=left_out)
            total = len(wanted)
            done = 0
            # Source maps join the pages on the way, and are rendered like them.
            for item in chain(documents, _growing(site.pages)):
                if plan is not None:
                    if id(item) in left_out:
                        log.repeat(plan.said.get(id(item), ()))
                        site.pages.extend(plan.made.get(id(item), ()))
                        continue
                    reason = plan.reasons.get(id(item), "it was made on the way")
                    log.debug("Regenerating:", f"{item.relative_path}: {reason}")
                if ahead is None or not ahead.take(item):
                    self._render_in_turn(item)
                done += 1
                if progress is not None:
                    progress(done, max(done, total))
        self.hooks.trigger("site", "post_render", site, self.payload)

    def _render_in_turn(self, item: Item) -> None:
        """Render *item* in this process, and keep what there is to say of it."""
        statistics = self.statistics
        with log.recording() as said:
            if statistics is None:
                self._render_item(item)
            else:
                with statistics.measured(statistics.pages, item.relative_path):
                    self._render_item(item)
        self.site.reads.of(item).said = said

    def render_excerpt(self, excerpt: Excerpt) -> str:
        """The HTML of *excerpt*, which is rendered like a document but put in no layout."""
        payload = self._payload_of(ExcerptDrop(self.drops, excerpt), excerpt.extname)
        current = self._site_drop.current_document
        self._site_drop.current_document = excerpt
        try:
            with self.site.reads.sharing(excerpt.doc):
                text = self._body(excerpt, payload)
                excerpt.content = self._convert(excerpt, text)
        finally:
            self._site_drop.current_document = current
        return excerpt.content

    @contextmanager
    def _rendered_ahead(
        self, items: list[Item], known: list[Item]
    ) -> Iterator[Ahead | ConvertedAhead | None]:
        """Let other processes render, or at least convert, what they can of *items*.

        *known* is all that these may look at.
        """
        jobs = workers.jobs(self.site.configuration.get("jobs"))
        # What is measured is done by one process, so that the times add up.
        if jobs == 1 or self.statistics is not None:
            yield None
        elif not workers.can_fork():
            with closing(ConvertedAhead(items, self.converters, jobs=jobs)) as ahead:
                yield ahead
        elif self._pure and log.level() > log.Level.DEBUG:
            # Style sheets first: their compiler is another process, which takes its time to start.
            sheets = [item for item in items if item.extname in {".sass", ".scss"}]
            tasks = [*sheets, *(item for item in items if not item.asset_file)]
            reads = self.site.reads
            yield Ahead(
                tasks,
                self._render_item,
                known=known,
                reads=reads,
                cache=self.cache,
                staging=self._staging,
                jobs=jobs,
            )
        else:
            self._convert_ahead(items, jobs)
            yield None

    def _convert_ahead(self, items: list[Item], jobs: int) -> None:
        markdown = self.converters.markdown
        if isinstance(markdown.processor, Kramdown):
            tasks = [
                item
                for item in items
                if self.converters.of(item.extname)[0] is markdown
                and not self._is_converted(item, markdown.processor)
            ]
            workers.fill([self.cache.conversions], tasks, self._convert_one, jobs=jobs)

    def _is_converted(self, item: Item, processor: Kramdown) -> bool:
        if item.render_with_liquid:
            return self._body_key(item) in self.cache.conversions
        return processor.is_kept(item.content or "")

    def _convert_one(self, item: Item) -> None:
        """Convert the body of *item* before its turn.

        What its Liquid gives now, it will most likely give then; if not, it is converted then.
        """
        self.converters.markdown.convert(self._body(item, self._payload_for(item)))
        if item.render_with_liquid:
            self.cache.conversions.put(self._body_key(item), value=True)

    def _body_key(self, item: Item) -> bytes:
        return self.cache.key("body", item.relative_path, item.content or "")

    def _payload_for(self, item: Item) -> Payload:
        drop: Drop
        if isinstance(item, Document):
            drop = self.drops.of_document(item)
        else:
            drop = PageDrop(self.drops, item, item.content)
        payload = self._payload_of(drop, item.extname)
        if isinstance(item, Page) and item.pager is not None:
            payload["paginator"] = self.drops.wrap(item.pager)
        self._site_drop.current_document = item
        layout = self._layout_of(item)
        if layout is not None:
            payload["layout"] = deep_merge(layout.data, {})
        return payload

    def _render_item(self, item: Item) -> None:
        log.debug("Rendering:", item.relative_path)
        self.site.reads.begin(item)
        payload = self._payload_for(item)
        log.debug("Pre-Render Hooks:", item.relative_path)
        self._trigger(item, "pre_render", payload)
        text = self._body(item, payload)
        log.debug("Rendering Markup:", item.relative_path)
        item.content = self._convert(item, text)
        log.debug("Post-Convert Hooks:", item.relative_path)
        self._trigger(item, "post_convert")
        output = item.content
        if item.place_in_layout:
            log.debug("Rendering Layout:", item.relative_path)
            output = self._place_in_layouts(item, output, payload)
        item.output = output
        self._trigger(item, "post_render")
        self.site.reads.end()

    def _payload_of(self, page: Drop, extension: str) -> Payload:
        first = self.converters.of(extension)[0]
        return {
            **self.payload,
            "page": page,
            "paginator": None,
            "content": None,
            "layout": None,
            "highlighter_prefix": first.highlighter_prefix or None,
            "highlighter_suffix": first.highlighter_suffix or None,
        }

    # Liquid

    def _body(self, item: Item | Excerpt, payload: Payload) -> str:
        content = item.content or ""
        if not item.render_with_liquid:
            return content
        if self.statistics is None:
            return self._evaluated(item, content, payload)
        return self.statistics.template(
            item.relative_path, "body", lambda: self._evaluated(item, content, payload)
        )

    def _evaluated(self, item: Item | Excerpt, content: str, payload: Payload) -> str:
        context = self.environment.context(payload, self.registers(payload))
        name = item.relative_path
        log.debug("Rendering Liquid:", name)
        with self._wording.of(name, str(item.path), item.body_line):
            if is_jinja(name):
                self.site.reads.facts.add("templates")
                return self._compile(content, name, item.body_line).render(context)
            return self.environment.render_once(
                content, context, path=name, first_line=item.body_line
            )

    def registers(self, payload: Payload) -> dict[str, object]:
        """What tags and filters find beside the variables."""
        return {
            "site": self.site,
            "page": payload.get("page"),
            "converters": self.converters,
            "inclusions": self._inclusions,
            "references": self._references,
            "addresses": self._addresses,
            "renderer": self,
        }

    def _compile(self, source: str, path: str, first_line: int) -> Renderable:
        return self.environment.from_source(source, path=path, first_line=first_line)

    def _load(self, path: Path) -> Renderable:
        """The template in the file *path*, an include."""
        name = self._shown(path)
        self._wording.know(name, str(path), included=True)
        try:
            # Read as bytes: as text, line ends of Windows would be changed.
            source = path.read_bytes().decode(self.site.configuration.encoding)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            encoding = error.encoding.upper()
            raise RenderError(
                f"invalid byte sequence in {encoding}",
                path=name,
                line=line,
                hint=f"save the file as {encoding}",
            ) from error
        except OSError as error:
            raise RenderError(f"can't read the include: {error.strerror}", path=name) from error
        source = source.removeprefix("\ufeff")
        template = self._compile(source, name, 1)
        if self.statistics is None:
            return template
        return self.statistics.timed(name, "include", template)

    def _shown(self, path: Path) -> str:
        """*path* as messages name it: below the source, or below the theme's folder."""
        if path.is_relative_to(self.site.source):
            return path.relative_to(self.site.source).as_posix()
        theme = self.site.theme
        if theme is not None and path.is_relative_to(theme.root):
            return f"{theme.basename}/{path.relative_to(theme.root).as_posix()}"
        return str(path)

    # Converters

    def _convert(self, item: Item | Excerpt, text: str) -> str:
        for converter in self.converters.of(item.extname):
            try:
                text = self._apply(converter, item, text)
            except JinkyllError as error:
                if error.path is None:
                    error.path = item.relative_path
                raise
        return text

    def _apply(self, converter: Converter, item: Item | Excerpt, text: str) -> str:
        if isinstance(converter, Markdown):
            path = None if isinstance(item, Excerpt) else item.relative_path
            return converter.convert(text, path=path, line=item.body_line)
        if isinstance(converter, Scss) and isinstance(item, Page):
            css, source_map = converter.convert_page(text, item)
            if source_map is not None:
                self.site.pages.append(source_map)
            return css
        return self.converters.apply(converter, text)

    # Layouts

    def _layout_of(self, item: Item) -> Layout | None:
        name = item.data["layout"]
        return None if name is None else self._layout(ruby_to_s(name))

    def _layout(self, name: str) -> Layout | None:
        layout = self.site.layouts.get(name)
        jinja = layout is not None and is_jinja(layout.name)
        self.site.reads.facts.add("templates" if jinja else f"layout {name}")
        return layout

    def _place_in_layouts(self, item: Item, content: str, payload: Payload) -> str:
        layout = self._layout_of(item)
        if layout is None and item.data["layout"] is not None:
            self._warn_of_missing_layout(item, ruby_to_s(item.data["layout"]))
        used: list[Layout] = []
        merged: dict[str, Any] = {}
        while layout is not None:
            if layout in used:
                self._warn_of_circle(layout, used)
                break
            used.append(layout)
            merged = deep_merge(layout.data, merged)
            payload["layout"] = merged
            payload["content"] = content
            content = self._render_layout(layout, payload)
            name = layout.data["layout"]
            layout = self._layout(name) if isinstance(name, str) else None
        return content

    def _render_layout(self, layout: Layout, payload: Payload) -> str:
        name = layout.relative_path.lstrip("/")
        template = self._layouts.get(layout.path)
        with self._wording.of(name, layout.path, layout.body_line):
            if template is None:
                template = self._compile(layout.template, name, layout.body_line)
                if self.statistics is not None:
                    template = self.statistics.timed(name, "layout", template)
                self._layouts[layout.path] = template
            return template.render(self.environment.context(payload, self.registers(payload)))

    def _warn_of_missing_layout(self, item: Item, name: str) -> None:
        """Jekyll's words, then the line and the layouts that there are."""
        line = _line_of_layout(item)
        log.warn(
            "Build Warning:",
            f"Layout '{name}' requested in {item.relative_path} does not exist.",
            path=item.relative_path,
            line=line,
        )
        known = sorted(self.site.layouts)
        near = nearest(name, known)
        place = item.relative_path if line is None else f"{item.relative_path}:{line}"
        hint = f"did you mean '{near}'?" if near else f"there are: {', '.join(known) or 'none'}"
        log.warn("", f"{place}: {hint}")

    def _warn_of_circle(self, layout: Layout, used: list[Layout]) -> None:
        """Jekyll stops at a layout that it has used already; so do we, but say so."""
        if layout.path in self._warned_of:
            return
        self._warned_of.add(layout.path)
        chain = " -> ".join(each.name for each in (*used[used.index(layout) :], layout))
        log.warn(
            "Build Warning:",
            f"{layout.relative_path.lstrip('/')}: layouts wrap each other in a circle ({chain}); "
            "take the line `layout:` out of one of them.",
        )

    def _trigger(self, item: Item, event: str, *arguments: object) -> None:
        if isinstance(item, Document):
            self.hooks.trigger_document(item.collection.label, event, item, *arguments)
        else:
            self.hooks.trigger("pages", event, item, *arguments)


def _growing(pages: list[Page]) -> Any:
    at = 0
    while at < len(pages):
        yield pages[at]
        at += 1


def _line_of_layout(item: Item) -> int | None:
    """The line of the file on which the front matter names the layout; None if defaults do."""
    file = Path(item.path if isinstance(item, Document) else item.source_path)
    try:
        lines = file.read_bytes().splitlines()[: item.body_line - 1]
    except OSError:  # made by a plugin
        return None
    return next((n for n, line in enumerate(lines, 1) if line.startswith(b"layout:")), None)
