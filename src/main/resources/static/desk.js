// What the page of a dossier does with JavaScript; everything works without it.
//
// data-wif-stay="/address" on a form: while the page is visible and someone is at it, the server is told
//   so each 45 seconds (POST, the form's own token); who else is there is said in #present.

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
