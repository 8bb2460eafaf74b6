// What the page of a dossier does with JavaScript; everything works without it.
//
// data-wif-stay="/address" on a form: while the page is visible and someone is at it, the server is told
//   so each 45 seconds (POST, the form's own token); who else is there is said in #present.
// data-wif-key="j" on a link: that key follows it, when no field has the focus and #keys-on is ticked;
//   whether it is, is kept in the browser.
// data-wif-turn on a link to a page of a document: where the document stands beside the answers, it is
//   turned there (#pieces, then the focus to #feuille), and the answers stay where they were.

const EACH = 45_000;
const LEFT = 10 * 60_000;

const stay = document.querySelector("[data-wif-stay]");
if (stay) {
  const present = document.getElementById("present");
  let last = Date.now();
  for (const sign of ["pointerdown", "pointermove", "keydown", "scroll"]) {
    document.addEventListener(sign, () => (last = Date.now()), { passive: true });
  }
  const tell = async () => {
    if (document.visibilityState !== "visible" || Date.now() - last > LEFT) {
      return; // nobody is at it: the session ends as it should
    }
    try {
      const answer = await fetch(stay.dataset.wifStay, { method: "POST", body: new URLSearchParams(new FormData(stay)) });
      const told = answer.ok && !answer.redirected ? await answer.text() : present.textContent;
      if (told !== present.textContent) {
        present.textContent = told;
      }
    } catch {
      // no network: the next one will tell
    }
  };
  setInterval(tell, EACH);
  document.addEventListener("visibilitychange", tell);
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-wif-turn]");
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || !matchMedia("(min-width: 62em)").matches) {
    return;
  }
  event.preventDefault();
  try {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("pieces").replaceWith(page.getElementById("pieces"));
    history.replaceState(null, "", link.href);
    document.getElementById("feuille").focus({ preventScroll: true });
  } catch {
    location.assign(link.href); // no network, or nobody is signed in any more
  }
});

const KEPT = "wif-keys";
const keys = document.getElementById("keys-on");
if (keys) {
  try {
    keys.checked = localStorage.getItem(KEPT) !== "off";
  } catch {
    // nothing is kept here: they are on
  }
  keys.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, keys.checked ? "on" : "off");
    } catch {
      // for this page alone
    }
  });
  document.getElementById("keys-switch").hidden = false;
  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    if (!keys.checked || writes || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      return;
    }
    const link = [...document.querySelectorAll("[data-wif-key]")].find((one) => one.dataset.wifKey === event.key);
    if (link) {
      event.preventDefault();
      link.click();
    }
  });
}
