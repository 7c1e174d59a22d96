// How Tasklist hands in a Camunda Form (form-js). The embedded forms guard themselves.
//
// form-js keeps the error of a field that a later answer hides, and Tasklist closes its button while there is any
// error: nothing could be handed in any more. Here the button stays open, and pressing it checks what is shown then.
//
// Tasklist sends the form again on a second fast click and reports the loser as an error: here it is sent once.

// The engine's own words before ours are English, with the id of the task.
const BEFORE_OURS = /^[^\u4e00-\u9fa5]*?(?=[“《（]?[\u4e00-\u9fa5])/;

const TO_MEND = '请按标红处的提示填写后重新提交。';

window.angular.module('cam.commons').run(['$injector', $injector => {
  if (!$injector.has('camTasklistFormCamundaDirective')) {
    return;
  }
  const [directive] = $injector.get('camTasklistFormCamundaDirective');
  const { link } = directive;
  directive.compile = () => (scope, element, attributes, form) =>
    link.call(directive, scope, element, attributes, seam(form));
}]);

/** Tasklist's form as form-js sees it. A form that can't be loaded closes the button by itself. */
function seam(form) {
  return {
    ...form,
    notifyFormValidated: () => form.notifyFormValidated(false),
    notifyFormInitializationFailed: error => form.notifyFormInitializationFailed(error),
    registerCompletionHandler: complete => form.registerCompletionHandler(once(complete))
  };
}

// What went through is never sent again; what was refused may be.
function once(complete) {
  let sent = false;
  return done => {
    if (!sent) {
      sent = true;
      complete((error, result) => {
        sent = !error;
        done(isErrors(error) ? new Error(TO_MEND) : ours(error), result);
      });
    }
  };
}

function ours(error) {
  const text = error?.message?.replace(BEFORE_OURS, '');
  return text && text !== error.message ? new Error(text) : error;
}

// What form-js found is an object of fields, without a message that Tasklist could show.
function isErrors(error) {
  return Boolean(error) && error.message === undefined;
}
