// The little that pages do with JavaScript; everything works without it.
//
// data-wif-once on a form: a second click sends nothing more.
// data-wif-save="/address" on a field: its answer is sent as it is left (POST, the form's own token);
//   the answer of the server is shown in the element whose id is "<field>-messages". A period chosen
//   beside an amount names the amount in data-wif-field, and goes with it; so do the postcode and the
//   city of an address name its street.
// data-wif-again="2000": the page is asked for again after so many milliseconds, while a job goes on.
// data-wif-rows="/address" on a block of rows: they are sent together, once each row begun is whole.

for (const form of document.querySelectorAll("form[data-wif-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
  // coming back to the page, one may send again
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}

const again = document.querySelector("[data-wif-again]");
if (again) {
  setTimeout(() => location.reload(), Number(again.dataset.wifAgain));
}

for (const block of document.querySelectorAll("[data-wif-rows]")) {
  block.addEventListener("change", () => {
    const rows = [...block.querySelectorAll("[data-wif-row]")].map((row) => {
      const cells = [...row.querySelectorAll("input:not([type=hidden]), select")];
      const said = cells.filter((cell) => !cell.name.endsWith(".per"));
      return said.map((cell) => {
        const period = cells.find((other) => other.name === `${cell.name}.per`);
        const typed = cell.value.replaceAll("|", "¦").trim();
        return period?.value && typed !== "" ? `${typed} ${period.value}` : typed;
      });
    });
    const begun = rows.filter((row) => row.some((cell) => cell !== ""));
    if (begun.every((row) => row.every((cell) => cell !== ""))) {
      keep(block, block.dataset.wifRows, block.dataset.wifField, begun.map((row) => row.join(" | ")).join("\n"));
    } // else the rest of the row is about to be typed
  });
}

for (const field of document.querySelectorAll("[data-wif-save]")) {
  field.addEventListener("change", () => {
    const form = field.form;
    const name = field.dataset.wifField ?? field.name;
    const period = form.elements[`${name}.per`];
    let typed = form.elements[name].value;
    if (period && !period.value && /^[\d\s.,h]+$/i.test(typed)) {
      return; // the period is about to be chosen
    }
    if (period && period.value && typed.trim() !== "") {
      typed = `${typed} ${period.value}`;
    }
    const postcode = form.elements[`${name}.postcode`];
    if (postcode) {
      const city = form.elements[`${name}.city`];
      const parts = [typed, postcode.value, city.value];
      const given = parts.filter((part) => part.trim() !== "").length;
      if (given > 0 && given < parts.length && field !== city) {
        return; // the rest is about to be typed
      }
      typed = given === 0 ? "" : parts.join("\n");
    }
    keep(field, field.dataset.wifSave, name, typed);
  });
}

async function keep(field, address, name, typed) {
  const form = field.form;
  const data = new URLSearchParams();
  data.set("_csrf", form.elements._csrf.value);
  data.set("field", name);
  data.set("typed", typed);
  const revision = form.elements[`${name}.revision`];
  data.set("revision", revision ? revision.value : "0");
  try {
    const answer = await fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" } });
    const told = await answer.json();
    const wrong = !answer.ok || told.wrong;
    if (answer.ok && revision) {
      revision.value = told.revision;
    }
    const messages = document.getElementById(`${name}-messages`);
    if (messages) {
      messages.textContent = "";
      const line = document.createElement("p");
      line.className = wrong ? "fr-message fr-message--error" : "fr-message fr-message--valid";
      line.textContent = told.message;
      messages.append(line);
      const group = messages.closest(".fr-fieldset, .fr-input-group, .fr-select-group");
      group?.classList.toggle(`${group.classList[0]}--error`, wrong);
    }
    if (answer.ok) {
      document.dispatchEvent(new CustomEvent("wif:kept", { detail: { field, told } }));
    }
  } catch {
    // no network: the answer goes with the form
  }
}
