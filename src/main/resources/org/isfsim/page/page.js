'use strict';
// Wiring alone: controls to settings, settings to workers, answers to their places. Every figure,
// word and element of an answer comes from the engine.
(async function () {
  var byId = function (id) { return document.getElementById(id); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var result = byId('result');
  var first = result.innerHTML;
  var startText = byId('start').textContent;
  var answers = new Map();
  var begunAnswers = new Map();
  var pinned = null;
  var extra = [];
  var start = '';
  var asked = 0;
  var narrow = window.matchMedia('(max-width: 59rem)');

  // Bytes of a text of digits to base 85, which are the characters from "(" on, but "}" for "<"; five
  // of them are four bytes.
  function packed(id) {
    var text = byId(id).textContent;
    var bytes = new Int8Array(Math.floor(text.length * 4 / 5));
    for (var i = 0, to = 0; i < text.length; i += 5) {
      var number = 0;
      for (var k = i; k < i + 5; k++) {
        var digit = k < text.length ? text.charCodeAt(k) - 40 : 84;
        number = number * 85 + (digit === 85 ? 20 : digit);
      }
      for (var bits = 24; bits >= 0; bits -= 8) { bytes[to++] = number >>> bits; }
    }
    return bytes;
  }

  function unpack(id) {
    var stream = new Blob([packed(id)]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer();
  }

  function script(parts) { return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' })); }

  // Engines are packed tighter than browsers unpack by themselves: a program for it does, in a worker.
  function unpackEngine(id) {
    return unpack('unpacker').then(function (unpacker) {
      var worker = new Worker(script([unpacker,
        '\nonmessage = function (event) { postMessage(unpack(event.data)); };']));
      return new Promise(function (resolve, reject) {
        worker.onmessage = function (event) { resolve(event.data); };
        worker.onerror = function (event) { reject(new Error(event.message)); };
        worker.postMessage(packed(id));
      }).finally(function () { worker.terminate(); });
    });
  }

  // The engine as WebAssembly where the browser has all that it needs, else as JavaScript: a module
  // that has nothing but a type of objects tells.
  var objects = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]);
  var assembled = typeof WebAssembly === 'object' && WebAssembly.validate(objects);
  var model = unpack('model');
  var programs = {};

  // A worker's script, and what it is sent to start with.
  function program() {
    var of = assembled ? 'webassembly' : 'javascript';
    if (!programs[of]) {
      programs[of] = unpackEngine(of).then(function (engine) {
        var parts = [byId('worker').textContent].concat(
          assembled ? [byId('starter').textContent] : [engine, '\nserve(exports);']);
        return { url: script(parts), start: assembled ? engine.buffer : null };
      });
    }
    return programs[of];
  }

  // What is at hand beside what stands in the page: controls of scenarios, and answers by link.
  // Nothing below is done before it is there.
  var atHand = JSON.parse(new TextDecoder().decode(await unpack('ready')));

  function joined(runs) {
    var lines = [];
    runs.split(' ').forEach(function (run) {
      var ends = run.split('-');
      for (var i = Number(ends[0]); i <= Number(ends[ends.length - 1]); i++) { lines.push(atHand.lines[i]); }
    });
    return lines.join('\n');
  }

  // A worker that opens the model, then answers one question after the other.
  function Engine() { this.worker = null; this.waiting = new Map(); this.next = null; }
  Engine.prototype.start = function () {
    var engine = this;
    var tried = assembled;
    engine.ready = engine.begin().catch(function (error) {
      // Another may have found out meanwhile.
      if (!tried) { throw error; }
      assembled = false;
      return engine.begin();
    });
    return engine.ready;
  };
  Engine.prototype.begin = function () {
    var engine = this;
    return Promise.all([program(), model]).then(function (both) {
      var worker = new Worker(both[0].url);
      engine.worker = worker;
      worker.onmessage = function (event) { engine.receive(event.data); };
      worker.onerror = function (event) { defect(event.message || 'the worker failed'); };
      if (both[0].start) { worker.postMessage(both[0].start); }
      return engine.send('open', { model: both[1] });
    }).then(function (problem) { if (problem) { throw new Error(problem); } });
  };
  Engine.prototype.send = function (question, message) {
    var engine = this;
    return new Promise(function (resolve, reject) {
      message.question = question;
      message.number = ++asked;
      engine.waiting.set(message.number, { resolve: resolve, reject: reject });
      engine.worker.postMessage(message);
    });
  };
  Engine.prototype.receive = function (reply) {
    if (reply.progress) { this.looksAt = reply.progress; return; }
    if (reply.unable) {
      this.worker.terminate();
      this.waiting.forEach(function (of) { of.reject(new Error(reply.unable)); });
      this.waiting.clear();
      return;
    }
    var of = this.waiting.get(reply.number);
    if (!of) { return; }
    this.waiting.delete(reply.number);
    if (reply.defect) { of.reject(new Error(reply.defect)); } else { of.resolve(reply.text); }
    var next = this.next;
    this.next = null;
    if (next) { next(); }
  };
  // Asks when what was asked before is answered; of several that wait, the last one alone. The
  // worker keeps what it has worked out, which a new one would have to begin again.
  Engine.prototype.askLatest = function (question, setting) {
    var engine = this;
    if (engine.waiting.size === 0) { return engine.ask(question, setting); }
    return new Promise(function (resolve, reject) {
      engine.next = function () { engine.ask(question, setting).then(resolve, reject); };
    });
  };
  Engine.prototype.ask = function (question, setting, other) {
    var engine = this;
    return (engine.ready || engine.start()).then(function () {
      return engine.send(question, { setting: setting, other: other || [] });
    });
  };
  Engine.prototype.drop = function () {
    if (this.waiting.size > 0 && this.worker) {
      this.worker.terminate();
      this.waiting.clear();
      this.worker = null;
      this.ready = null;
    }
    this.next = null;
  };
  // What is under way may end, since what it works out serves the next question, if it ends soon.
  Engine.prototype.endSoon = function () {
    var engine = this;
    var under = Array.from(engine.waiting.keys());
    engine.next = null;
    setTimeout(function () {
      if (!under.some(function (number) { return engine.waiting.has(number); })) { return; }
      var next = engine.next;
      engine.drop();
      if (next) { next(); }
    }, 3000);
  };

  var quick = new Engine();
  var thorough = new Engine();
  // Shares what takes longest where there is a processor for it.
  var second = new Engine();

  function helper() { return narrow.matches || navigator.hardwareConcurrency < 2 ? null : second; }

  function defect(message) { status('A defect of isfsim: ' + message, false); }

  function status(text, busy) {
    byId('status').textContent = text;
    byId('status').className = busy ? 'busy' : '';
  }

  // A setting is a list of alternating names and values, in a link as anywhere else.
  function parsed(text) {
    var setting = [];
    new URLSearchParams(text).forEach(function (value, name) { setting.push(name, value); });
    return setting;
  }

  function linked(setting) {
    var text = [];
    for (var i = 0; i < setting.length; i += 2) {
      text.push(encodeURIComponent(setting[i]) + '=' + encodeURIComponent(setting[i + 1]));
    }
    return text.join('&');
  }

  function read() {
    var setting = [];
    var policy = byId('policy');
    if (start) { setting.push('start', start); }
    if (policy && policy.value) { setting.push('policy', policy.value); }
    var fixed = {};
    all('[data-set]').forEach(function (control) {
      if (control.value.trim()) {
        fixed[control.dataset.set] = true;
        setting.push('set', control.dataset.set + '=' + control.value.trim());
      }
    });
    all('[data-number]').forEach(function (control) {
      if (!fixed[control.dataset.of] && control.value.trim() !== control.dataset.initial) {
        setting.push('set', control.dataset.number + '=' + control.value.trim());
      }
    });
    extra.forEach(function (value) { setting.push('set', value); });
    byId('observed').value.split('\n').forEach(function (line) {
      if (line.trim()) { setting.push('observed', line.trim()); }
    });
    return setting;
  }

  function write(setting) {
    var sets = new Map();
    var observed = [];
    var policy = '';
    start = choice ? named(setting) : '';
    for (var i = 0; i < setting.length; i += 2) {
      var value = setting[i + 1];
      if (setting[i] === 'policy') { policy = value; }
      if (setting[i] === 'observed') { observed.push(value); }
      if (setting[i] === 'set') {
        var sign = value.indexOf('=');
        sets.set(sign < 0 ? value : value.slice(0, sign), sign < 0 ? '' : value.slice(sign + 1));
      }
    }
    if (byId('policy')) { byId('policy').value = policy; }
    byId('observed').value = observed.join('\n');
    all('[data-set]').forEach(function (control) {
      var value = sets.get(control.dataset.set);
      control.value = value === undefined ? '' : value;
      var fits = control.value === (value === undefined ? '' : value);
      if (value !== undefined && !fits && control.options && control.options[0].textContent === value) {
        fits = true;
      }
      if (fits) { sets.delete(control.dataset.set); } else { control.value = ''; }
    });
    all('[data-number]').forEach(function (control) {
      var value = sets.get(control.dataset.number);
      control.value = value === undefined ? control.dataset.initial : value;
      sets.delete(control.dataset.number);
    });
    extra = [];
    sets.forEach(function (value, address) { extra.push(address + '=' + value); });
    mark();
  }

  // Starting points: each with its scenario, whose controls take the place of those that stand there.
  var choice = byId('start-with');
  var shownControls = '';

  function chosen() { return choice && choice.options[choice.selectedIndex]; }

  function named(setting) {
    for (var i = 0; i < setting.length; i += 2) {
      if (setting[i] === 'start') { return setting[i + 1]; }
    }
    return choice ? choice.options[0].value : '';
  }

  function fold() {
    // On a telephone the answer stands below the controls, so they begin folded.
    if (narrow.matches) {
      all('.group[open], .rest[open]').forEach(function (group) { group.open = false; });
    }
  }

  // Beside the answer there is nothing to unfold the rest with.
  narrow.addEventListener('change', function () {
    if (!narrow.matches) { all('.rest').forEach(function (rest) { rest.open = true; }); }
  });

  // The links of settings that were taken as a whole, by the links that the controls give.
  var links = new Map();

  function take(setting) {
    write(setting);
    links.set(linked(read()), linked(setting));
    answer();
  }

  // Takes a setting, with the controls of its scenario, and answers it.
  function become(setting) {
    if (!choice) { take(setting); return; }
    choice.value = named(setting);
    var option = chosen() || choice.options[0];
    choice.value = option.value;
    byId('start-says').textContent = option.dataset.says;
    showControls(option.dataset.controls);
    take(setting);
  }

  function showControls(number) {
    if (number === shownControls) { return; }
    byId('controls').innerHTML = joined(atHand.controls[Number(number)]);
    shownControls = number;
    fold();
  }

  function mark() {
    all('.control').forEach(function (control) {
      var changed = Array.prototype.some.call(
        control.querySelectorAll('[data-set],[data-number]'),
        function (c) { return c.dataset.number ? c.value.trim() !== c.dataset.initial : c.value.trim() !== ''; });
      control.classList.toggle('changed', changed);
    });
  }

  // What is shown, block by block: the text of each and the nodes made of it, which of a late one are
  // still those of the text before.
  var blocks = [];
  var latecomers;

  // Renews the blocks that differ. What is folded may come soon after what is seen.
  function show(html, soon) {
    clearTimeout(latecomers);
    var open = opened();
    if (!blocks.length) { result.textContent = ''; }
    var left = new Set(blocks);
    function take(fits) {
      var found = Array.from(left).find(fits);
      left.delete(found);
      return found;
    }
    blocks = html.split('\x1e').filter(function (text) { return text.trim(); }).map(function (text) {
      return take(function (block) { return block.text === text; }) || { text: text, nodes: null };
    });
    blocks.forEach(function (block) {
      var before = soon && !block.nodes && take(function (other) {
        return folded(other.text) && folded(other.text) === folded(block.text) && !isOpen(other);
      });
      if (before) {
        block.nodes = before.nodes;
        block.isLate = true;
      }
    });
    left.forEach(remove);
    var at = result.firstChild;
    blocks.forEach(function (block) {
      if (!block.nodes) { make(block, open); }
      block.nodes.forEach(function (node) {
        if (node === at) { at = at.nextSibling; } else { result.insertBefore(node, at); }
      });
    });
    if (soon) { latecomers = setTimeout(makeLate, 0); } else { makeLate(); }
    leadAgain();
    var title = result.querySelector('h1');
    if (title) { document.title = title.textContent; }
    shorten();
  }

  function makeLate() {
    blocks.filter(function (block) { return block.isLate; }).forEach(function (block) {
      var before = { nodes: block.nodes };
      make(block, opened());
      block.nodes.forEach(function (node) { result.insertBefore(node, before.nodes[0]); });
      block.isLate = false;
      remove(before);
    });
  }

  // How a block that can be unfolded begins; nothing for others.
  function folded(text) {
    return text.trim().indexOf('<details') === 0 ? text.slice(0, text.indexOf('</summary>')) : '';
  }

  function isOpen(block) { return block.nodes.some(function (node) { return node.open; }); }

  function opened() {
    return all('#result details[open] > summary').map(function (s) { return s.textContent; });
  }

  function make(block, open) {
    var template = document.createElement('template');
    template.innerHTML = block.text;
    template.content.querySelectorAll('details > summary').forEach(function (s) {
      if (open.indexOf(s.textContent) >= 0) { s.parentNode.open = true; }
    });
    lead(template.content);
    block.nodes = Array.from(template.content.childNodes);
  }

  function remove(block) { block.nodes.forEach(function (node) { node.remove(); }); }

  // Below the controls of a telephone stands how the answer begins, in its own words.
  function shorten() {
    var begins = result.querySelector('h2 + *');
    byId('short').textContent = begins ? begins.textContent : '';
  }

  // What the report says of a parameter leads to its control, such as whom to believe.
  function controlOf(address) {
    return document.querySelector('[data-set="' + CSS.escape(address) + '"]');
  }


  function lead(within) {
    within.querySelectorAll('td code').forEach(function (code) {
      var address = code.dataset.of || code.textContent;
      var control = controlOf(address);
      if (!control || code.parentNode.querySelector('select,button')) { return; }
      var place;
      if (control.options) {
        place = control.cloneNode(true);
        place.removeAttribute('id');
        place.removeAttribute('data-set');
        place.value = control.value;
        place.setAttribute('aria-label', address);
        place.addEventListener('change', function () {
          controlOf(address).value = place.value;
          answer();
        });
      } else {
        place = document.createElement('button');
        place.type = 'button';
        place.textContent = 'change';
        place.addEventListener('click', function () {
          var of = controlOf(address);
          for (var group = of.closest('details'); group; group = group.parentNode.closest('details')) {
            group.open = true;
          }
          of.focus();
        });
      }
      place.className = 'here';
      code.parentNode.appendChild(place);
    });
  }

  // What stays from before may have been led to other values.
  function leadAgain() {
    all('#result select.here').forEach(function (place) {
      var control = controlOf(place.getAttribute('aria-label'));
      if (control && place.value !== control.value) { place.value = control.value; }
    });
  }

  // Stands beside the report, whose headings keep their ids for themselves.
  function beside(id, html) {
    byId(id).innerHTML = html;
    all('#' + id + ' [id]').forEach(function (element) { element.removeAttribute('id'); });
  }

  var current = '';

  function answer() {
    var setting = read();
    var key = linked(setting);
    mark();
    if (key === current) { return; }
    current = key;
    history.replaceState(null, '', key || startText ? '#' + key : location.pathname + location.search);
    compare(setting, key);
    thorough.endSoon();
    second.endSoon();
    reasons.drop();
    byId('reason').textContent = '';
    asking('');
    if (answers.has(key)) {
      show(answers.get(key));
      status('', false);
      return;
    }
    var begun = Date.now();
    var link = links.get(key) || key;
    var hand = begunAnswers.get(key) || (atHand.answers[link] && joined(atHand.answers[link]));
    if (hand) {
      show(hand);
      status('Outcomes at hand; working out the rest …', true);
      // What it works out here serves the next setting.
      quick.askLatest('outcomes', setting).catch(failed(key));
      inDepth(setting, key, begun);
      return;
    }
    status('Working out the outcomes …', true);
    quick.askLatest('outcomes', setting).then(function (html) {
      if (key !== current || answers.has(key) || begunAnswers.has(key)) { return; }
      show(html, true);
      status('Outcomes after ' + seconds(begun) + '; working out ranges …', true);
    }, failed(key));
    inDepth(setting, key, begun);
  }

  var depth;

  // What takes long begins when no further change follows at once.
  function inDepth(setting, key, begun) {
    clearTimeout(depth);
    depth = setTimeout(function () {
      if (key === current) { thoroughly(setting, key, begun); }
    }, 200);
  }

  function thoroughly(setting, key, begun) {
    var parts = new Parts(setting, key);
    var helped = helper() && begin(parts, helper(), true);
    thorough.askLatest('ranges', setting).then(function (html) {
      begunAnswers.set(key, html);
      if (key !== current) { return null; }
      show(html);
      parts.after = 'Outcomes and ranges after ' + seconds(begun);
      tell(parts);
      return Promise.all([begin(parts, thorough, false), helped]).then(function () {
        return key === current ? thorough.ask('report', setting, parts.done) : null;
      });
    }).then(function (whole) {
      if (whole === null) { return; }
      answers.set(key, whole);
      begunAnswers.delete(key);
      if (key !== current) { return; }
      show(whole);
      status('All of it after ' + seconds(begun) + '.', false);
    }).catch(failed(key));
  }

  // Indicators and milestones of a setting, each an answer of its own, so that a change waits for one
  // of them at most. One worker goes from the first on, another from the last back.
  function Parts(setting, key) {
    this.setting = setting;
    this.key = key;
    this.first = 0;
    this.end = -1;
    this.left = 0;
    this.done = [];
    this.after = '';
  }

  function begin(parts, engine, isBack) {
    return engine.askLatest('parts', parts.setting).then(function (count) {
      if (parts.end < 0) { parts.end = parts.left = Number(count) || 0; }
      return workOut(parts, engine, isBack);
    });
  }

  function workOut(parts, engine, isBack) {
    if (parts.key !== current || parts.first >= parts.end) { return null; }
    var place = isBack ? --parts.end : parts.first++;
    return engine.ask('part', parts.setting, ['part', String(place)]).then(function (text) {
      // Else a text that says why there is none.
      if (/^\d/.test(text)) { parts.done.push('part', text); }
      parts.left--;
      tell(parts);
      return workOut(parts, engine, isBack);
    });
  }

  function tell(parts) {
    if (parts.key !== current || !parts.after) { return; }
    var left = parts.left > 0 ? ', ' + parts.left + ' left' : '';
    status(parts.after + '; working out indicators and milestones' + left + ' …', true);
  }

  function seconds(begun) { return ((Date.now() - begun) / 1000).toFixed(1) + ' s'; }

  function failed(key) {
    return function (error) { if (key === current) { defect(error.message); } };
  }

  function compare(setting, key) {
    if (!pinned || linked(pinned) === key) {
      byId('comparison').textContent = '';
      return;
    }
    compared.drop();
    compared.ask('comparison', setting, pinned).then(function (html) {
      if (key === current) { beside('comparison', html); }
    }, failed(key));
  }

  var compared = new Engine();
  // Reasons take long; what was asked of another setting is given up.
  var reasons = new Engine();

  var ticking;

  function asking(text) {
    clearInterval(ticking);
    byId('asking').textContent = text;
    byId('ticking').textContent = '';
    byId('give-up').hidden = true;
  }

  all('[data-ask]').forEach(function (button) {
    button.addEventListener('click', function () {
      var key = current;
      var begun = Date.now();
      reasons.drop();
      reasons.looksAt = '';
      byId('reason').textContent = '';
      asking('Working it out; this can take minutes …');
      byId('give-up').hidden = false;
      ticking = setInterval(function () {
        byId('ticking').textContent = Math.round((Date.now() - begun) / 1000) + ' s' +
          (reasons.looksAt ? ', looking at ' + reasons.looksAt : '');
      }, 1000);
      reasons.ask(button.dataset.ask, read(), ['outcome', byId('outcome').value]).then(function (html) {
        if (key !== current) { return; }
        beside('reason', html);
        asking('After ' + seconds(begun) + ', for the setting that is shown.');
      }, function (error) {
        asking('');
        failed(key)(error);
      });
    });
  });

  byId('give-up').addEventListener('click', function () {
    reasons.drop();
    asking('Given up.');
  });

  var pause;

  function later() {
    clearTimeout(pause);
    pause = setTimeout(answer, 200);
  }

  document.querySelector('aside').addEventListener('input', function (event) {
    if (event.target === choice) {
      become(parsed(chosen().dataset.start));
      return;
    }
    if (event.target.id === 'observe') {
      if (event.target.value) {
        var observed = byId('observed');
        observed.value = (observed.value.trim() ? observed.value.trim() + '\n' : '') + event.target.value;
        event.target.value = '';
      }
    }
    // What is chosen and a number are whole at once, other text after a pause.
    var isWhole = event.target.tagName === 'SELECT' || event.target.dataset.number !== undefined;
    if (isWhole) { clearTimeout(pause); answer(); } else { later(); }
  });

  byId('reset').addEventListener('click', function () {
    become(parsed(choice ? chosen().dataset.start : startText));
  });

  byId('pin').addEventListener('click', function () {
    pinned = pinned ? null : read();
    byId('pin').setAttribute('aria-pressed', String(Boolean(pinned)));
    byId('pin').textContent = pinned ? 'Unpin the setting' : 'Pin this setting';
    compare(read(), current);
  });

  byId('save').addEventListener('click', function () {
    compared.ask('scenario', read()).then(function (text) {
      var link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
      link.download = 'changed.yaml';
      link.click();
    }, failed(current));
  });

  // A scenario file that is dropped anywhere becomes the setting.
  document.addEventListener('dragover', function (event) { event.preventDefault(); });
  document.addEventListener('drop', function (event) {
    event.preventDefault();
    var file = event.dataTransfer.files[0];
    if (!file) { return; }
    file.text().then(function (text) {
      return compared.ask('dropped', ['file', text], read());
    }).then(function (link) {
      if (link.indexOf('<') === 0) { show(link); return; }
      become(parsed(link));
    }).catch(failed(current));
  });

  // A lesson: its settings, and whether answers to its questions are right.
  all('[data-setting]').forEach(function (button) {
    button.addEventListener('click', function () {
      become(parsed(button.dataset.setting));
      if (narrow.matches) { byId('main').scrollIntoView(); }
    });
  });

  var teacher = new Engine();

  all('[data-question]').forEach(function (question) {
    var reply = question.querySelector('input,select');
    var said = question.querySelector('.said');
    var give = question.querySelector('[data-show]');
    function check(answer) {
      said.textContent = 'Checking …';
      teacher.ask('check', [question.dataset.question, answer]).then(function (html) {
        said.innerHTML = html;
        give.hidden = false;
      }, function (error) { said.textContent = ''; defect(error.message); });
    }
    question.querySelector('[data-check]').addEventListener('click', function () { check(reply.value); });
    give.addEventListener('click', function () { check('?'); });
    reply.addEventListener('keydown', function (event) { if (event.key === 'Enter') { check(reply.value); } });
  });

  // A link inside the page goes to its place and leaves the setting in the address.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    var place = link && byId(decodeURIComponent(link.getAttribute('href').slice(1)));
    if (!place) { return; }
    event.preventDefault();
    if (!place.hasAttribute('tabindex')) { place.tabIndex = -1; }
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  });

  window.addEventListener('hashchange', function () {
    if (location.hash.slice(1) !== current) { become(parsed(location.hash.slice(1))); }
  });

  // Programs may ask too: an event with a question and a setting as in a link, answered by another.
  document.addEventListener('isfsim-question', function (event) {
    var asks = event.detail;
    quick.ask(asks.question, parsed(asks.setting), parsed(asks.other || '')).then(function (text) {
      document.dispatchEvent(new CustomEvent('isfsim-answer', {
        detail: { text: text, number: asks.number, engine: assembled ? 'WebAssembly' : 'JavaScript' }
      }));
    }, function (error) {
      document.dispatchEvent(new CustomEvent('isfsim-answer', { detail: { defect: error.message, number: asks.number } }));
    });
  });

  // What stands in the page is worked out again, one worker after the other, since what they keep of
  // it serves the first change.
  function prepare(setting, key) {
    quick.askLatest('outcomes', setting).then(function () {
      if (key !== current || narrow.matches) { return null; }
      return Promise.all([thorough.askLatest('ranges', setting), rehearse(setting, key)]);
    }).then(function () {
      if (key !== current || narrow.matches || document.hidden) { return null; }
      var parts = new Parts(setting, key);
      return Promise.all([begin(parts, thorough, false), helper() && begin(parts, helper(), true)]);
    }).catch(function (error) { defect(error.message); });
  }

  // One change of every parameter that has weights, and of every one that has a choice alone.
  function neighbours() {
    var seen = {};
    var weights = [];
    all('[data-number]').forEach(function (control) {
      var value = Number(control.value);
      if (seen[control.dataset.of] || !isFinite(value)) { return; }
      seen[control.dataset.of] = true;
      weights.push(control.dataset.number + '=' + (value + 1));
    });
    var choices = [];
    all('select[data-set]').forEach(function (control) {
      var other = Array.prototype.find.call(control.options, function (option) {
        return option.value && option.value !== control.value && option.textContent !== control.options[0].textContent;
      });
      if (other && !seen[control.dataset.set]) { choices.push(control.dataset.set + '=' + other.value); }
    });
    return { choices: choices, weights: weights };
  }

  // Until something is changed or asked the engine rehearses: what it works out for one change of a parameter
  // serves the others of it, and a browser runs a program faster that has run before. It ends with weights,
  // which are most often changed again and again, and with what is shown.
  function rehearse(setting, key) {
    var changes = neighbours();
    return inTurn(setting, key, changes.choices).then(function () {
      return inTurn(setting, key, changes.weights.concat(['']));
    });
  }

  // Asks under one change after the other. What is changed meanwhile waits for it, so one that takes long is
  // the last.
  function inTurn(setting, key, changes) {
    if (key !== current || quick.waiting.size || document.hidden || !changes.length) { return Promise.resolve(); }
    var begun = Date.now();
    return quick.ask('outcomes', setting.concat(changes[0] ? ['set', changes[0]] : [])).then(function () {
      return Date.now() - begun < 1000 ? inTurn(setting, key, changes.slice(1)) : null;
    });
  }

  showControls(choice ? chosen().dataset.controls : '0');
  write(parsed(startText));
  current = linked(read());
  answers.set(current, first);
  lead(result);
  shorten();
  if (choice) { byId('start-says').textContent = chosen().dataset.says; }
  if (location.hash.length > 1) { become(parsed(location.hash.slice(1))); }
  else { prepare(read(), current); }
}()).catch(function (error) {
  document.getElementById('status').textContent = 'A defect of isfsim: ' + error.message;
});
