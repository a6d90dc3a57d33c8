// What the pages do more quickly with a script. Everything works without: the form is a form, the page reloads itself.

const $ = id => document.getElementById(id);
const megabytes = bytes => bytes < 1e5 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;

const problems = $("problems");
if (problems && !problems.hidden) {
  problems.focus();
}

const form = $("ask");
if (form) {
  takeOver(form);
}

const progress = $("progress");
if (progress && progress.dataset.open !== "true") {
  follow(progress, 0);
}

function takeOver(form) {
  const input = $("files");
  const fileLimit = Number(form.dataset.fileLimit);
  const totalLimit = Number(form.dataset.totalLimit);
  const mostFiles = Number(form.dataset.mostFiles);
  let chosen = [...input.files];
  let sending = false;
  form.noValidate = true;

  const drop = $("drop");
  drop.querySelector(".drop-hint").hidden = false;
  input.addEventListener("change", () => add([...input.files]));
  for (const type of ["dragenter", "dragover"]) {
    drop.addEventListener(type, event => { event.preventDefault(); drop.classList.add("over"); });
  }
  drop.addEventListener("dragleave", event => {
    if (!drop.contains(event.relatedTarget)) {
      drop.classList.remove("over");
    }
  });
  drop.addEventListener("drop", event => {
    event.preventDefault();
    drop.classList.remove("over");
    add([...event.dataTransfer.files]);
  });
  // A file dropped beside the field must not replace the page with itself.
  for (const type of ["dragover", "drop"]) {
    window.addEventListener(type, event => event.preventDefault());
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    if (sending) {
      return;
    }
    const errors = check();
    show(errors);
    if (errors.length === 0) {
      send(0);
    }
  });

  function add(files) {
    const same = file => chosen.some(known => known.name === file.name && known.size === file.size
      && known.lastModified === file.lastModified);
    const fresh = files.filter(file => !same(file));
    chosen = [...chosen, ...fresh];
    list();
    $("file-news").textContent = `${chosen.length} ${chosen.length === 1 ? "file" : "files"} chosen`;
  }

  function list() {
    const kept = new DataTransfer();
    chosen.forEach(file => kept.items.add(file));
    input.files = kept.files;
    $("file-list").replaceChildren(...chosen.map(row));
    error("files", fileProblem() ?? "");
  }

  function row(file, index) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = `${file.name} `;
    const size = document.createElement("span");
    size.className = "size";
    size.textContent = `(${megabytes(file.size)})`;
    name.append(size);
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "quiet small";
    remove.textContent = "Remove";
    remove.setAttribute("aria-label", `Remove ${file.name}`);
    remove.addEventListener("click", () => {
      chosen = chosen.filter(known => known !== file);
      list();
      const buttons = $("file-list").querySelectorAll("button");
      (buttons[Math.min(index, buttons.length - 1)] ?? input).focus();
      $("file-news").textContent = `${file.name} removed`;
    });
    item.append(name, remove);
    return item;
  }

  function fileProblem() {
    const large = chosen.find(file => file.size > fileLimit);
    if (large) {
      return `The file "${large.name}" is larger than ${megabytes(fileLimit)}. Remove it or make it smaller.`;
    }
    if (chosen.length > mostFiles) {
      return `Send ${mostFiles} files at most. Remove some and send them in a second request.`;
    }
    if (chosen.reduce((sum, file) => sum + file.size, 0) > totalLimit) {
      return `The files are larger than ${megabytes(totalLimit)} together. Remove some and send them in a second request.`;
    }
    return undefined;
  }

  function check() {
    const errors = [];
    const need = (id, sentence) => {
      if ($(id).value.trim() === "") {
        errors.push([id, sentence]);
      }
    };
    need("text", "Write what you need.");
    if (!$("neededBy").validity.valid) {
      errors.push(["neededBy", "Choose a day from today on, within the next two years."]);
    }
    const file = fileProblem();
    if (file) {
      errors.push(["files", file]);
    }
    need("name", "Write your name.");
    if ($("email").value.trim() === "" || !$("email").validity.valid) {
      errors.push(["email", "Write your e-mail address, such as name@example.com."]);
    }
    return errors;
  }

  function error(field, sentence) {
    const place = $(`${field}-error`);
    if (place) {
      place.textContent = sentence;
      $(field).setAttribute("aria-invalid", String(sentence !== ""));
    }
  }

  function show(errors) {
    for (const place of form.querySelectorAll(".error")) {
      error(place.id.replace(/-error$/, ""), "");
    }
    errors.forEach(([field, sentence]) => error(field, sentence));
    problems.querySelector("ul").replaceChildren(...errors.map(([field, sentence]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${$(field) ? field : "ask"}`;
      link.textContent = sentence;
      link.addEventListener("click", event => {
        if ($(field)) {
          event.preventDefault();
          $(field).focus();
        }
      });
      item.append(link);
      return item;
    }));
    problems.hidden = errors.length === 0;
    if (errors.length > 0) {
      problems.focus();
    }
  }

  function busy(on, words) {
    sending = on;
    $("send").setAttribute("aria-disabled", String(on));
    $("sending").hidden = !on;
    $("sending-words").textContent = words;
  }

  // The submission carries an id made with the page, so sending it again is safe: it is one request.
  function send(attempt) {
    busy(true, "Sending…");
    const call = new XMLHttpRequest();
    call.open("POST", form.action);
    call.setRequestHeader("Accept", "application/json");
    call.responseType = "json";
    call.upload.addEventListener("progress", event => {
      if (event.lengthComputable) {
        $("sent-part").value = Math.round(100 * event.loaded / event.total);
      }
    });
    call.addEventListener("load", () => answered(call));
    call.addEventListener("error", () => {
      if (attempt < 3) {
        $("sending-words").textContent = "The connection was lost. Trying again…";
        setTimeout(() => send(attempt + 1), 1500 * (attempt + 1));
      } else {
        busy(false, "");
        show([["send", "We could not be reached. Check your connection and press Send again; nothing is sent twice."]]);
      }
    });
    call.send(new FormData(form));
  }

  function answered(call) {
    const answer = call.response ?? {};
    if (call.status === 200 && answer.location) {
      location.assign(answer.location);
      return;
    }
    busy(false, "");
    const errors = Object.entries(answer.errors ?? {});
    show(errors.length > 0 ? errors
      : [["send", answer.sentence ?? "Something went wrong here. Press Send again; nothing is sent twice."]]);
  }

  // Coming back from the next page with the browser's own button shows the form as it was left.
  window.addEventListener("pageshow", event => {
    if (event.persisted) {
      busy(false, "");
    }
  });
}

function follow(place, asked) {
  const pause = asked < 40 ? 1000 : 10000;
  setTimeout(async () => {
    try {
      const answer = await fetch(`/portal/sent/${place.dataset.item}/progress`, { headers: { Accept: "application/json" } });
      const now = answer.ok ? await answer.json() : { open: false };
      if (now.stage !== place.dataset.stage && now.words) {
        place.dataset.stage = now.stage;
        place.replaceChildren(...draw(now));
      }
      if (now.open) {
        return;
      }
    } catch {
      // The network is away for a moment; the next look may find it back.
    }
    if (asked < 100) {
      follow(place, asked + 1);
    }
  }, pause);
}

function draw(now) {
  const words = document.createElement("p");
  words.textContent = now.words;
  if (now.stage === "waiting") {
    words.className = "working";
  }
  if (!now.open) {
    return [words];
  }
  const numbers = document.createElement("ul");
  numbers.className = "numbers";
  numbers.append(...now.requests.map(number => {
    const item = document.createElement("li");
    item.className = "number";
    item.textContent = number;
    return item;
  }));
  const copy = document.createElement("p");
  copy.textContent = now.copy;
  return [words, numbers, copy];
}
