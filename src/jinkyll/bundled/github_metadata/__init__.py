"""jekyll-github-metadata: ``site.github``, and the tag ``{% github_edit_link "text" %}``.

The repository comes from ``PAGES_REPO_NWO``, the configuration's ``repository``, or git's remote
``origin``. What follows from its name is there without the network; the rest is asked of GitHub's
API, but only with a token in ``JEKYLL_GITHUB_TOKEN``. A site without title takes the repository's
name, and on GitHub Pages (``JEKYLL_ENV=production``) one without ``url`` and ``baseurl`` its
address there.

* ``pages``: the environment variables that describe the host.
* ``repository``: finding the repository, and what its name tells.
* ``client``: GitHub's API.
* ``metadata``: ``site.github``.

Source: https://jekyll.github.io/github-metadata/ (2.16).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll import log
from jinkyll.bundled.github_metadata.client import may_ask
from jinkyll.bundled.github_metadata.metadata import Metadata
from jinkyll.bundled.github_metadata.pages import is_page_build
from jinkyll.configuration import environment
from jinkyll.content import iri
from jinkyll.liquid.lookup import lookup
from jinkyll.liquid.printing import to_s
from jinkyll.plugins import git
from jinkyll.plugins.api import Tag, hook

if TYPE_CHECKING:
    from jinkyll.content import Site
    from jinkyll.liquid import Context

#: Without a token all follows from the configuration, the environment, and git's own files. With
#: one, what GitHub says may change at any time, and so no build relies on the last one; but while
#: one goes on, it is the same for all pages.
PURE = True

_LINK_TEXT: Final = re.compile(r"\"(.*)\"|'(.*)'")


@hook("site", "after_init")
def add_metadata(site: Site) -> None:
    """Set ``site.github``, and what the configuration leaves open of title, description, URLs."""
    configuration = site.config
    site.inputs += git.inputs(site.source)
    # Pages that show it are known; but if GitHub is asked, all of them count as such.
    own = configuration.get("github") if may_ask() else configuration.unasked().get("github")
    if own is not None and not isinstance(own, dict):
        return
    metadata = Metadata(configuration, own or {})
    configuration["github"] = metadata
    repository = metadata.repository
    if repository is None:
        return
    if configuration.get("name") and not configuration.get("title"):
        log.warn(
            "GitHub Metadata:",
            "site.name is set in _config.yml, but many plugins and themes expect site.title to be"
            " used instead. To avoid potential inconsistency, Jekyll GitHub Metadata will not set"
            " site.title to the repository's name.",
        )
    elif not configuration.get("title"):
        display_name = (
            None if repository.is_project_page else metadata.liquid_get("owner_display_name")
        )
        name = repository.name if repository.is_project_page else repository.owner
        configuration["title"] = display_name or name
    if not configuration.get("description"):
        configuration["description"] = metadata.liquid_get("project_tagline")
    if environment() == "production" or is_page_build():
        if not configuration.get("url"):
            configuration["url"] = metadata.address[0]
        if configuration.get("baseurl") in {None, "/"}:
            configuration["baseurl"] = metadata.address[1]


class GithubEditLink(Tag):
    """``{% github_edit_link %}``: the address of the page's source; with a text, a link."""

    name = "github_edit_link"

    def render(self, context: Context) -> str:
        """The address or the link; nothing when the repository is unknown."""
        address = _edit_address(context)
        match = _LINK_TEXT.search(self.markup)
        if match is None:
            return address
        return f'<a href="{address}">{match[1] if match[1] is not None else match[2]}</a>'


def _edit_address(context: Context) -> str:
    github = lookup(lookup(context.data, "site"), "github")
    source = lookup(github, "source")
    parts = [
        lookup(github, "repository_url"),
        "edit",
        lookup(source, "branch"),
        lookup(source, "path"),
        lookup(lookup(context.data, "page"), "path"),
    ]
    if any(part is None for part in parts):
        log.warn("JekyllEditLink: ", "Cannot generate edit URLs due to missing site.github data")
        return ""
    plain = [to_s(part).removeprefix("/").removesuffix("/") for part in parts[:-1]]
    path = to_s(parts[-1]).removeprefix("/")
    return iri.normalize("/".join([*(part for part in plain if part), path]))
