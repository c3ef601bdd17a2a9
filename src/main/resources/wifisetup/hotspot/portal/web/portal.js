// Makes the phone's page follow the device. Without it the page works too: it is then loaded anew by hand or by itself.
"use strict";
(() => {
  const POLL = 2000; // ms between two questions
  const PATIENCE = 4000; // ms that one question may take
  const GONE = 45000; // ms without an answer after which a join has probably worked
  const LOOKS = 3; // questions after which a page of waiting is not believed any more

  const typed = new Map(); // what was typed, by form: kept in this page alone
  const byId = (id) => document.getElementById(id);
  const page = () => byId("page");
  const waits = () => page().dataset.busy === "true";
  let lostAt = null;
  let looks = 0;
  let sending = false;

  const ask = async (address, options) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), PATIENCE);
    try {
      return await fetch(address, { ...options, signal: limit.signal, cache: "no-store" });
    } finally {
      clearTimeout(timer);
    }
  };

  // Puts another page in the place of this one, without losing what is being typed.
  const show = (html) => {
    const next = new DOMParser().parseFromString(html, "text/html");
    const main = next.getElementById("page");
    if (!main) return;
    remember();
    const focused = document.activeElement?.id;
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    document.documentElement.dir = next.documentElement.dir;
    page().replaceWith(document.adoptNode(main));
    looks = 0;
    prepare();
    const field = focused && page().querySelector("input#" + CSS.escape(focused));
    (field || page().querySelector("h1")).focus({ preventScroll: Boolean(field) });
    byId("news").textContent = [...page().querySelectorAll("[role=alert], h1")].map((e) => e.innerText).join(". ");
    if (!field) scrollTo(0, 0);
  };

  // The form of a network, or of one that is not in the list, and which one it is.
  const form = () => page().querySelector("form.join, form[method=get]");
  const which = () => form().dataset.network ?? "other";
  const fields = () => [...form().elements].filter((each) => each.name && each.type !== "hidden");

  const remember = () => {
    if (!form()) return;
    typed.set(
      which(),
      fields().map(({ name, type, value, checked }) => ({ name, value, said: type === "radio" ? checked : value !== "" })),
    );
  };

  const recall = () => {
    const before = (form() && typed.get(which())) || [];
    for (const { name, value } of before.filter((each) => each.said)) {
      for (const field of fields().filter((each) => each.name === name)) {
        if (field.type === "radio") field.checked = field.value === value;
        else field.value = value;
      }
    }
  };

  // Gives life to a page that has just come.
  const prepare = () => {
    recall();
    const field = byId("password");
    const reveal = page().querySelector(".reveal");
    if (reveal) {
      reveal.hidden = false;
      reveal.addEventListener("click", () => {
        const shown = field.type === "password";
        field.type = shown ? "text" : "password";
        reveal.setAttribute("aria-pressed", shown);
        reveal.setAttribute("aria-label", shown ? reveal.dataset.hide : reveal.dataset.show);
        reveal.querySelector("use").setAttribute("href", shown ? "#eye-off" : "#eye");
        field.focus();
      });
    }
    const rule = byId("rule");
    if (field && rule && rule.textContent) {
      const text = rule.textContent;
      const judge = () => {
        const length = new TextEncoder().encode(field.value).length;
        const key = /^[0-9a-f]{64}$/i.test(field.value);
        rule.textContent =
          length === 0 ? text : length < 8 ? rule.dataset.short : length > 63 && !key ? rule.dataset.long : rule.dataset.fits;
      };
      field.addEventListener("input", judge);
      judge();
    }
    page().querySelectorAll("form[method=post]").forEach((each) => each.addEventListener("submit", send));
  };

  const send = async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    const form = event.currentTarget;
    const button = form.querySelector("[type=submit]");
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await ask(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      show(await answer.text());
      lost(false);
    } catch {
      lost(true);
    } finally {
      button.removeAttribute("aria-busy");
      sending = false;
    }
  };

  const lost = (away) => {
    lostAt = away ? lostAt ?? Date.now() : null;
    byId("lost").hidden = !away || waits();
    const gone = page().querySelector("[data-gone]");
    if (gone) {
      const hidden = !away || Date.now() - lostAt < GONE;
      if (gone.hidden && !hidden) byId("news").textContent = gone.textContent;
      gone.hidden = hidden;
    }
  };

  const look = async () => {
    if (sending || document.hidden) return;
    try {
      const now = await (await ask("/state")).json();
      const back = lostAt !== null;
      looks += 1;
      const changed = now.state !== page().dataset.state && page().dataset.state !== "";
      const stale = waits() && !now.busy && (back || looks > LOOKS);
      if (changed || stale) {
        const answer = await ask(location.href);
        if (answer.ok && !sending) show(await answer.text());
      }
      lost(false);
    } catch {
      lost(true);
    }
  };

  const again = async () => {
    await look();
    setTimeout(again, POLL);
  };

  prepare();
  setTimeout(again, POLL);
})();
