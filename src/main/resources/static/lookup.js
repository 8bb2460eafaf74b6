// What helps to fill a form, with JavaScript; without it, all of it is filled by hand or by buttons.
//
// data-wif-lookup="/address" on a text field: what is typed is completed by what that address answers to
//   ?q=, in a list below. data-wif-answer names the part of what was chosen that is the answer;
//   data-wif-postcode and data-wif-town, the fields that the others fill.
// data-wif-register="id" on a SIRET: once it is kept, what the register says is shown in that element.
// data-wif-advice="field", data-wif-deduced="field": filled with what the server says once an answer is
//   kept (see wif.js).

const words = document.getElementById("wif-lookup-words")?.dataset ?? {};
const SHORTEST = 3;
const PAUSE = 250;

class Combobox {
  #field;
  #list;
  #status;
  #choices = [];
  #active = -1;
  #asked = null;
  #timer = 0;

  constructor(field) {
    this.#field = field;
    this.#list = document.createElement("ul");
    this.#list.id = `${field.id}-choices`;
    this.#list.className = "wif-choices";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", field.labels[0]?.firstChild.textContent.trim() ?? "");
    this.#list.hidden = true;
    this.#status = document.createElement("p");
    this.#status.className = "fr-sr-only";
    this.#status.setAttribute("role", "status");
    const place = document.createElement("div");
    place.className = "wif-combobox";
    field.before(place);
    place.append(field, this.#list, this.#status);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", this.#list.id);
    field.setAttribute("autocomplete", "off");
    field.addEventListener("input", () => this.#typed());
    field.addEventListener("keydown", (event) => this.#pressed(event));
    field.addEventListener("blur", () => this.#close());
    // pressed before the field is left, so that the list is still there
    this.#list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) {
        this.#choose(Number(option.dataset.number));
      }
    });
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    if (this.#field.value.trim().length < SHORTEST) {
      this.#close();
      return;
    }
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    this.#asked = new AbortController();
    const question = new URLSearchParams({ q: this.#field.value.trim() });
    const postcode = document.getElementById(this.#field.dataset.wifPostcode ?? "");
    if (postcode?.value) {
      question.set("postcode", postcode.value.replaceAll(/\s/g, ""));
    }
    try {
      const answer = await fetch(`${this.#field.dataset.wifLookup}?${question}`, {
        headers: { Accept: "application/json" },
        signal: this.#asked.signal,
      });
      const told = answer.ok ? await answer.json() : { away: true, choices: [] };
      if (told.away) {
        this.#away();
      } else {
        this.#show(told.choices);
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        this.#away();
      }
    }
  }

  /** Said once, where the messages of the field are. */
  #away() {
    this.#close();
    const messages = document.getElementById(`${this.#field.dataset.wifField ?? this.#field.name}-messages`);
    if (messages && !messages.querySelector("[data-wif-away]")) {
      const line = document.createElement("p");
      line.className = "fr-message fr-message--info";
      line.dataset.wifAway = "";
      line.textContent = words.away;
      messages.append(line);
    }
  }

  #show(choices) {
    this.#choices = choices;
    this.#active = -1;
    this.#list.replaceChildren(
      ...choices.map((choice, number) => {
        const option = document.createElement("li");
        option.id = `${this.#list.id}-${number}`;
        option.dataset.number = String(number);
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = choice.label;
        return option;
      }),
    );
    const open = choices.length > 0 && document.activeElement === this.#field;
    this.#list.hidden = !open;
    this.#field.setAttribute("aria-expanded", String(open));
    this.#field.removeAttribute("aria-activedescendant");
    this.#status.textContent =
      choices.length === 0
        ? words.none
        : choices.length === 1
          ? words.one
          : words.several.replace("{0}", String(choices.length));
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#list.hidden = true;
    this.#choices = [];
    this.#active = -1;
    this.#field.setAttribute("aria-expanded", "false");
    this.#field.removeAttribute("aria-activedescendant");
  }

  #pressed(event) {
    const open = !this.#list.hidden;
    if (event.key === "ArrowDown" && !open && this.#field.value.trim().length >= SHORTEST) {
      event.preventDefault();
      this.#ask();
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const last = this.#choices.length;
      const step = event.key === "ArrowDown" ? 1 : -1;
      // the field itself stands between the last choice and the first
      this.#activate(((this.#active + 1 + step + last + 1) % (last + 1)) - 1);
    } else if (open && event.key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      this.#choose(this.#active);
    } else if (open && event.key === "Escape") {
      event.preventDefault();
      this.#close();
    }
  }

  #activate(number) {
    this.#active = number;
    for (const option of this.#list.children) {
      const active = Number(option.dataset.number) === number;
      option.setAttribute("aria-selected", String(active));
      if (active) {
        option.scrollIntoView({ block: "nearest" });
      }
    }
    if (number < 0) {
      this.#field.removeAttribute("aria-activedescendant");
    } else {
      this.#field.setAttribute("aria-activedescendant", `${this.#list.id}-${number}`);
    }
  }

  #choose(number) {
    const choice = this.#choices[number];
    this.#close();
    const filled = [
      [this.#field, choice[this.#field.dataset.wifAnswer] || choice.value],
      [document.getElementById(this.#field.dataset.wifPostcode ?? ""), choice.postcode],
      [document.getElementById(this.#field.dataset.wifTown ?? ""), choice.town],
    ].filter(([field, value]) => field && value);
    for (const [field, value] of filled) {
      field.value = value;
    }
    // all are there before the first is kept
    for (const [field] of filled) {
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

for (const field of document.querySelectorAll("input[data-wif-lookup]")) {
  new Combobox(field);
}

document.addEventListener("wif:kept", async (event) => {
  const { field, told } = event.detail;
  for (const place of told.advice ? document.querySelectorAll("[data-wif-advice]") : []) {
    const lines = told.advice[place.dataset.wifAdvice] ?? [];
    const before = [...place.children].map((line) => line.textContent.trim());
    if (lines.join("\n") !== before.join("\n")) {
      place.replaceChildren(
        ...lines.map((text) => {
          const line = document.createElement("p");
          line.className = "fr-message fr-message--warning";
          line.textContent = text;
          return line;
        }),
      );
    }
  }
  for (const place of told.deduced ? document.querySelectorAll("[data-wif-deduced]") : []) {
    const said = told.deduced[place.dataset.wifDeduced];
    place.hidden = !said;
    place.querySelector("strong").textContent = said ?? "";
  }
  if (field.dataset?.wifRegister && !told.wrong && field.value.trim() !== "") {
    await found(field);
  }
});

/** What the register says of the SIRET, and the answers that it filled where there was none. */
async function found(field) {
  const place = document.getElementById(field.dataset.wifRegister);
  const action = field.form.getAttribute("action").replace(/\/formulaire\/.*/, `/registre/${field.name}/fiche`);
  try {
    const answer = await fetch(action, {
      method: "POST",
      body: new URLSearchParams({ _csrf: field.form.elements._csrf.value }),
    });
    if (!answer.ok) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...page.body.childNodes);
    let last = null;
    for (const kept of place.querySelectorAll("[data-wif-kept]")) {
      const { wifKept: name, wifTyped: typed, wifRevision: revision, wifTold: said } = kept.dataset;
      const filled = field.form.elements[name];
      // what this page took over of another establishment, and nobody touched, goes with that one
      const untouched = filled && (filled.value.trim() === "" || filled.value === filled.defaultValue);
      if (untouched && typed && filled.value !== typed) {
        filled.value = typed;
        field.form.elements[`${name}.revision`].value = revision;
        const line = document.createElement("p");
        line.className = "fr-message fr-message--valid";
        line.textContent = said;
        document.getElementById(`${name}-messages`)?.replaceChildren(line);
        last = filled;
      }
    }
    // what these answers call for is told with one of them
    last?.dispatchEvent(new Event("change", { bubbles: true }));
  } catch {
    // no network: the button of the form asks again
  }
}
