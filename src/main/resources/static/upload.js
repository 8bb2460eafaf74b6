// Sends files over lines that are cut: each in parts, several at once, going on by itself from what
// the service has kept, after a reload too when the same file is chosen again (tus 1.0.0, and the
// answer to the last part says what became of the whole).
//
// data-wif-upload="/address" on a form with fields for files: where uploads begin;
// data-wif-more: what is added to the query of each part; data-wif-token: the form's own token;
// data-wif-list: the page that shows what was received; the other data-wif-… are the words.
// Without this script the form sends its files by itself.

const PART = 2 * 1024 * 1024;
const LARGEST = 20 * 1024 * 1024;
const AT_ONCE = 2;
const TRIES = 40;
const TUS = { "Tus-Resumable": "1.0.0", Accept: "application/json" };

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

// The same file is known again by its content; only over https do browsers count it.
async function fingerprint(file) {
  if (!globalThis.crypto?.subtle) {
    return "";
  }
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A little longer each time, and at once when the network is back.
function pause(tries) {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      removeEventListener("online", over);
      resolve();
    };
    const timer = setTimeout(over, Math.min(30000, 500 * 2 ** tries));
    addEventListener("online", over);
  });
}

// One request; `fetch` tells nothing of what has gone out.
function send(method, address, headers, body, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.timeout = 120000;
    for (const [name, value] of Object.entries({ ...TUS, ...headers })) {
      request.setRequestHeader(name, value);
    }
    if (progress) {
      request.upload.addEventListener("progress", (step) => progress(step.loaded));
    }
    request.addEventListener("load", () => resolve(request));
    request.addEventListener("error", reject);
    request.addEventListener("timeout", reject);
    request.send(body ?? null);
  });
}

class Refused extends Error {}

// What the service says of a refusal; what is worth another try is thrown as it is.
function answered(request) {
  const ours = request.getResponseHeader("Tus-Resumable"); // not the page that asks to sign in
  if (ours && (request.status < 300 || request.status === 409)) {
    return request;
  }
  if (request.status === 423 || request.status === 429 || request.status >= 500) {
    throw new Error("again");
  }
  let message = "";
  try {
    message = JSON.parse(request.responseText).message;
  } catch {
    // no words: the form says its own
  }
  throw new Refused(message);
}

class Sending {
  constructor(form, file) {
    this.words = form.dataset;
    this.file = file;
    this.line = document.createElement("li");
    this.line.className = "fr-py-1v wif-break";
    this.bar = document.createElement("progress");
    this.bar.max = 100;
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", file.name);
    this.text = document.createElement("p");
    this.text.className = "fr-mb-0";
    this.line.append(this.text, this.bar);
    form.querySelector(".wif-sent").append(this.line);
    // read aloud at each quarter, not at each byte
    this.aloud = form.querySelector(".fr-messages-group");
    this.quarter = 0;
    this.say(this.words.wifSending);
  }

  say(words, kind) {
    this.text.textContent = `${this.file.name} – ${words}`;
    if (kind) {
      this.bar.remove();
      this.text.className = `fr-mb-0 fr-message fr-message--${kind}`;
    }
    if (kind || words === this.words.wifLost) {
      this.read();
    }
  }

  read() {
    const line = document.createElement("span");
    line.className = "fr-sr-only";
    line.textContent = this.text.textContent;
    this.aloud.append(line);
  }

  at(bytes) {
    const percent = Math.floor((100 * bytes) / this.file.size);
    this.bar.value = percent;
    this.say(percent === 100 ? this.words.wifChecking : `${percent} %`);
    if (Math.floor(percent / 25) > this.quarter) {
      this.quarter = Math.floor(percent / 25);
      this.read();
    }
  }

  async go() {
    if (this.file.size > LARGEST) {
      this.say(this.words.wifLarge, "error");
      return false;
    }
    try {
      await this.whole();
      this.say(this.words.wifReceived, "valid");
      return true;
    } catch (error) {
      this.say((error instanceof Refused && error.message) || this.words.wifFailed, "error");
      return false;
    }
  }

  async whole() {
    const hash = await fingerprint(this.file).catch(() => "");
    const metadata = `filename ${base64(this.file.name)}` + (hash ? `,sha256 ${base64(hash)}` : "");
    const begin = { "X-XSRF-TOKEN": this.words.wifToken, "Upload-Length": this.file.size, "Upload-Metadata": metadata };
    const opened = await this.trying(() => send("POST", this.words.wifUpload, begin));
    const address = opened.getResponseHeader("Location");
    let offset = Number(opened.getResponseHeader("Upload-Offset"));
    let cut = false;
    for (let done = false; !done; ) {
      const answer = await this.trying(async () => {
        if (cut) {
          offset = Number(answered(await send("HEAD", address)).getResponseHeader("Upload-Offset"));
        }
        cut = true; // until it is answered
        return this.part(address, offset);
      });
      cut = answer.status === 409;
      offset = Number(answer.getResponseHeader("Upload-Offset"));
      done = answer.status === 204 && offset === this.file.size;
    }
  }

  part(address, offset) {
    const query = this.words.wifMore ? `?${this.words.wifMore}` : "";
    const headers = { "X-XSRF-TOKEN": this.words.wifToken, "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
    this.at(offset);
    return send("PATCH", address + query, headers, this.file.slice(offset, offset + PART), (loaded) => this.at(offset + loaded));
  }

  async trying(request) {
    for (let tries = 0; ; tries++) {
      try {
        return answered(await request());
      } catch (error) {
        if (error instanceof Refused || tries === TRIES) {
          throw error;
        }
        this.say(this.words.wifLost);
        await pause(tries);
      }
    }
  }
}

async function sendAll(form, files) {
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  form.querySelector(".wif-sent").replaceChildren();
  form.querySelector(".fr-messages-group").replaceChildren();
  const waiting = files.map((file) => new Sending(form, file));
  const all = waiting.length;
  let received = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      received += (await next.go()) ? 1 : 0;
    }
  };
  // in the place of another document: one after the other
  await Promise.all(Array.from({ length: form.dataset.wifMore ? 1 : AT_ONCE }, worker));
  if (received === all) {
    // a reload, not a move within the page: it ends with where one was
    window.location.assign(form.dataset.wifList);
    return;
  }
  button.disabled = false;
  if (received > 0) {
    const see = document.createElement("a");
    see.className = "fr-link";
    see.href = form.dataset.wifList;
    see.textContent = form.dataset.wifSee;
    form.querySelector(".wif-sent").append(see);
  }
}

for (const form of document.querySelectorAll("form[data-wif-upload]")) {
  const fields = [...form.querySelectorAll("input[type=file]")];
  form.addEventListener("submit", (event) => {
    const files = fields.flatMap((field) => [...field.files]);
    if (files.length > 0) {
      event.preventDefault();
      sendAll(form, files);
    }
  });
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("wif-drop--over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("wif-drop--over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("wif-drop--over");
    const files = [...event.dataTransfer.files];
    if (files.length > 0 && !form.querySelector("button[type=submit]").disabled) {
      sendAll(form, files);
    }
  });
}
