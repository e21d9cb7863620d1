'use strict';
// The worker of a page. It receives what the page holds of a model, then questions, and answers each
// with its number; what comes before its engine has started waits. The engine is the program
// compiled to JavaScript, which gives its functions to "exports", or to WebAssembly, which is sent.
var exports = {};
var early = [];

self.onmessage = function (event) {
  if (event.data instanceof ArrayBuffer) {
    startEngine(event.data).then(serve, function (error) {
      self.postMessage({ unable: String(error && error.message || error) });
    });
  } else {
    early.push(event);
  }
};

function tell(text) { self.postMessage({ progress: text }); }

function serve(engine) {
  self.onmessage = function (event) {
    var message = event.data;
    var reply = { number: message.number, question: message.question };
    try {
      reply.text = message.question === 'open'
        ? engine.open(new Int8Array(message.model), tell)
        : engine.answer(message.question, message.setting, message.other);
    } catch (error) {
      reply.defect = String(error && error.message || error);
    }
    self.postMessage(reply);
  };
  early.splice(0).forEach(self.onmessage);
}
