// Starts an engine that TeaVM compiled to WebAssembly. TeaVM's own loader, from which this is drawn
// (Apache License 2.0), makes functions from texts, which the page's policy of content forbids. These
// are closures, and only of what the engine asks for.
function startEngine(bytes) {
  var engine = null;
  var javaOf = Symbol('javaOf');
  var thrownAs = Symbol('thrownAs');
  var objects = new WeakMap();
  var wrappers = new WeakMap();
  var numbers = new WeakMap();
  var numbered = 0;

  // Errors on their way from one language to the other.
  function thrown(exception) {
    var error = new Error();
    error[thrownAs] = exception;
    Object.defineProperty(error, 'message', {
      get: function () {
        var message = engine['teavm.exceptionMessage'](exception);
        return message === null ? '' : engine['teavm.stringToJs'](message);
      }
    });
    engine['teavm.setJsException'](exception, error);
    return error;
  }

  function outOfJava(error) {
    var tag = engine['teavm.javaException'];
    if (!(error instanceof WebAssembly.Exception) || !error.is(tag)) { return error; }
    var exception = error.getArg(tag, 0);
    return engine['teavm.js.extractException'](exception) ||
      engine['teavm.getJsException'](exception) || thrown(exception);
  }

  function ofJava(call) {
    return function () {
      try { return call.apply(null, arguments); } catch (error) { throw outOfJava(error); }
    };
  }

  function forJava(call) {
    return function () {
      try {
        return call.apply(null, arguments);
      } catch (error) {
        engine['teavm.js.throwException'](error[thrownAs] || engine['teavm.js.wrapException'](error));
        throw error;
      }
    };
  }

  function same(value) { return value; }

  function rest(values, from) { return Array.prototype.slice.call(values, from); }

  var call = forJava(function (f) { return f.apply(null, rest(arguments, 1)); });

  var callMethod = forJava(function (object, name) {
    return object === null ? self[name].apply(null, rest(arguments, 2)) : object[name].apply(object, rest(arguments, 2));
  });

  var construct = forJava(function (type) { return Reflect.construct(type, rest(arguments, 1)); });

  // The texts of functions that Java's library has for browsers.
  var known = {
    'return __this__;': same,
    'return str;': same,
    'return number;': same,
    "return typeof obj=='undefined';": function (object) { return typeof object === 'undefined'; },
    'return object.toString();': function (object) { return object.toString(); }
  };

  var jso = {
    callFunction1: call,
    callMethod0: callMethod,
    callMethod1: callMethod,
    construct3: construct,
    createClass: function () {
      return function (instance) { this[javaOf] = instance; };
    },
    createFunction1: function (name, text) {
      if (!Object.prototype.hasOwnProperty.call(known, text)) { throw new Error('no function for: ' + text); }
      return known[text];
    },
    defineFunction: ofJava,
    defineStaticMethod: function (type, name, method) { type[name] = ofJava(method); },
    functionAsObject: function (f, name) {
      if (f === null || f === undefined) { return null; }
      var object = {};
      object[name] = f;
      return object;
    },
    getProperty: forJava(function (object, name) { return object === null ? self[name] : object[name]; }),
    global: function (name) { return self[name]; },
    hashCode: function (object) {
      if (typeof object !== 'object' && typeof object !== 'function' || object === null) { return 0; }
      if (!numbers.has(object)) { numbers.set(object, ++numbered); }
      return numbers.get(object);
    },
    instanceOf: function (value, type) { return value instanceof type; },
    isUndefined: function (value) { return typeof value === 'undefined'; },
    javaObjectToJS: function (instance, type) {
      if (instance === null) { return null; }
      var object = objects.has(instance) ? objects.get(instance).deref() : null;
      if (!object) {
        object = new type(instance);
        objects.set(instance, new WeakRef(object));
      }
      return object;
    },
    sameRef: function (one, other) { return one === other; },
    unwrapBoolean: function (value) { return value ? 1 : 0; },
    unwrapByte: same,
    unwrapInt: same,
    unwrapJavaObject: function (object) { return object[javaOf]; },
    wrapInt: same,
    wrapObject: function (object) {
      if (object === null) { return null; }
      if (typeof object !== 'object' && typeof object !== 'function') {
        return engine['teavm.jso.createWrapper'](object);
      }
      if (object[javaOf]) { return object[javaOf]; }
      var wrapper = wrappers.has(object) ? wrappers.get(object).deref() : null;
      if (!wrapper) {
        wrapper = engine['teavm.jso.createWrapper'](object);
        wrappers.set(object, new WeakRef(wrapper));
      }
      return wrapper;
    }
  };

  // What a browser without strings for WebAssembly lacks; those with them do not ask for these.
  var strings = {
    charCodeAt: function (text, index) { return text.charCodeAt(index); },
    concat: function (one, other) { return one + other; },
    fromCharCode: function (code) { return String.fromCharCode(code); },
    fromCharCodeArray: function () { throw new Error('no strings of arrays'); },
    intoCharCodeArray: function () { throw new Error('no arrays of strings'); },
    length: function (text) { return text.length; },
    substring: function (text, from, to) { return text.substring(from, to); }
  };

  // A module that can be used only where strings are built in.
  var asksForStrings = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 1, 127, 1, 100, 111,
    2, 31, 1, 14, 119, 97, 115, 109, 58, 106, 115, 45, 115, 116, 114, 105, 110, 103,
    12, 102, 114, 111, 109, 67, 104, 97, 114, 67, 111, 100, 101, 0, 0]);
  var builtIn = { builtins: ['js-string'] };

  function hasStrings() {
    return WebAssembly.compile(asksForStrings, builtIn)
      .then(function (module) { return WebAssembly.instantiate(module, {}); })
      .then(function () { return true; }, function () { return false; });
  }

  function imports(module, strung) {
    var needs = JSON.parse(new TextDecoder().decode(
      WebAssembly.Module.customSections(module, 'teavm.memoryRequirements')[0]));
    var memory = new WebAssembly.Memory({ initial: Math.max(1, needs.min), maximum: 32768 });
    jso.stringBuiltinsSupported = function () { return strung ? 1 : 0; };
    return {
      env: { memory: memory },
      teavm: {
        createWeakRef: function (value) { return new WeakRef(value); },
        decorateException: thrown,
        deref: function (reference) {
          var value = reference.deref();
          return value === undefined ? null : value;
        },
        takeStackTrace: function () { return { getStack: function () { return []; } }; }
      },
      teavmDate: { currentTimeMillis: function () { return Date.now(); } },
      teavmJso: jso,
      teavmMath: Math,
      teavmMemory: {
        heapOffset: Math.ceil(needs.dataSize / 256) * 256,
        linearMemory: function () { return memory.buffer; },
        maxSize: 0x7fffffff,
        notifyHeapResized: function () {}
      },
      'wasm:js-string': strings
    };
  }

  return Promise.all([WebAssembly.compile(bytes, builtIn), hasStrings()]).then(function (both) {
    return WebAssembly.instantiate(both[0], imports(both[0], both[1]));
  }).then(function (instance) {
    engine = instance.exports;
    engine.main.value([]);
    return { open: engine.open.value, answer: engine.answer.value };
  });
}
