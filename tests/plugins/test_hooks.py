from __future__ import annotations

import pytest

from jinkyll.errors import ConfigurationError, PluginError
from jinkyll.plugins.hooks import Hooks


def test_higher_priorities_run_first_then_the_order_of_registration() -> None:
    hooks = Hooks()
    calls: list[str] = []
    for name, priority in (("a", "normal"), ("b", "low"), ("c", 99), ("d", "high"), ("e", 20)):
        hooks.register(
            "pages", "post_init", lambda _, name=name: calls.append(name), priority=priority
        )
    hooks.trigger("pages", "post_init", None)
    assert calls == ["c", "d", "a", "e", "b"]


def test_a_collections_own_hooks_run_before_those_of_all_documents() -> None:
    hooks = Hooks()
    calls: list[str] = []
    hooks.register("documents", "post_render", lambda _: calls.append("documents"), priority="high")
    hooks.register("posts", "post_render", lambda _: calls.append("posts"))
    hooks.register("recipes", "post_render", lambda _: calls.append("recipes"))
    hooks.trigger_document("posts", "post_render", None)
    assert calls == ["posts", "documents"]


def test_several_owners_at_once() -> None:
    hooks = Hooks()
    hooks.register(["pages", "posts"], "post_write", lambda _: None)
    assert hooks.wants("pages", "post_write")
    assert hooks.wants_document("posts", "post_write")
    assert not hooks.wants_document("recipes", "post_write")
    assert not hooks.wants("pages", "post_init")


@pytest.mark.parametrize(
    ("owner", "event"), [("site", "post_init"), ("clean", "post_write"), ("posts", "after_init")]
)
def test_an_event_that_there_is_not(owner: str, event: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{owner} has no event '{event}'"):
        Hooks().register(owner, event, lambda _: None)


def test_an_unknown_priority() -> None:
    with pytest.raises(ConfigurationError, match="unknown priority 'highest'"):
        Hooks().register("pages", "post_init", lambda _: None, priority="highest")


def test_what_a_hook_raises_is_the_plugins() -> None:
    hooks = Hooks()
    hooks.register("site", "post_read", lambda _: 1 / 0, plugin="my-plugin")
    with pytest.raises(
        PluginError, match="plugin my-plugin failed in site post_read: ZeroDivision"
    ) as caught:
        hooks.trigger("site", "post_read", None)
    assert caught.value.path == __file__
    assert caught.value.line is not None
