// The browser's side of live reload: speaks the LiveReload protocol "official-7" to the server
// that this script came from. Style sheets are swapped in place, anything else reloads the page.
(() => {
  "use strict";
  if (window.jinkyllLiveReload) return;
  window.jinkyllLiveReload = true;

  const script = document.currentScript;
  const address = new URL(script ? script.src : location.href);
  const setting = (name, fallback) => {
    const value = Number.parseFloat(address.searchParams.get(name));
    return Number.isFinite(value) && value > 0 ? value : fallback;
  };
  // Jekyll's switches are said to be seconds, LiveReload's own parameters are milliseconds.
  const milliseconds = (delay) => (delay < 100 ? delay * 1000 : delay);
  const minDelay = milliseconds(setting("mindelay", 1));
  const maxDelay = milliseconds(setting("maxdelay", 60));
  const scheme = address.protocol === "https:" ? "wss:" : "ws:";
  const endpoint = `${scheme}//${address.host}/livereload`;

  let delay = minDelay;
  let lost = false;
  let pending = null;

  const isStyleSheet = (path) => /\.css$/i.test(path.replace(/[?#].*$/, ""));

  const swapStyleSheets = (paths) => {
    const names = new Set(paths.map((path) => path.replace(/[?#].*$/, "").split("/").pop()));
    let links = [...document.querySelectorAll('link[rel~="stylesheet"][href]')];
    const named = links.filter((link) =>
      names.has(new URL(link.href, location.href).pathname.split("/").pop()));
    // A sheet that no link names may be imported by another one: then all are loaded anew.
    if (named.length > 0) links = named;
    for (const link of links) {
      const url = new URL(link.href, location.href);
      if (url.origin !== location.origin) continue;
      url.searchParams.set("livereload", String(Date.now()));
      const fresh = link.cloneNode();
      fresh.href = url.href;
      fresh.addEventListener("load", () => link.remove(), { once: true });
      fresh.addEventListener("error", () => link.remove(), { once: true });
      link.after(fresh);
    }
  };

  const apply = () => {
    const paths = pending;
    pending = null;
    if (paths.every(isStyleSheet)) swapStyleSheets(paths);
    else location.reload();
  };

  // One build sends one message for each page that it changed: they are answered together.
  const reload = (path) => {
    if (pending) {
      pending.push(path);
    } else {
      pending = [path];
      setTimeout(apply, 50);
    }
  };

  const connect = () => {
    const socket = new WebSocket(endpoint);
    socket.addEventListener("open", () => {
      socket.send(JSON.stringify({
        command: "hello",
        protocols: ["http://livereload.com/protocols/official-7"],
      }));
    });
    socket.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      if (message.command === "hello") {
        delay = minDelay;
        // The server was away: whatever was built meanwhile was not announced.
        if (lost) location.reload();
        else socket.send(JSON.stringify({ command: "url", url: location.href }));
      } else if (message.command === "reload") {
        reload(String(message.path));
      } else if (message.command === "alert") {
        console.error(message.message);
      }
    });
    socket.addEventListener("close", () => {
      lost = true;
      setTimeout(connect, delay);
      delay = Math.min(delay * 2, maxDelay);
    });
  };

  connect();
})();
