// The seam to Camunda Tasklist 7.24: whose task it is, and the button that completes it.

const PREVENTED = 'camForm submission prevented';

/**
 * Lets the server check before Tasklist submits. Tasklist keeps its button disabled until it is
 * answered, so that two fast clicks have one effect, and shows its own notice afterwards.
 * @param check resolves to true when the form may be submitted; is told whether a submission failed before
 * @param failed called when the submission itself was refused
 */
export function checkBeforeSubmit(camForm, $scope, check, failed) {
  const submit = camForm.submit;
  let running = false;
  let again = false;
  camForm.submit = done => {
    if (running) {
      return;
    }
    running = true;
    const answer = (error, result) => {
      running = false;
      $scope.$applyAsync(() => done(error, result));
    };
    const prevent = () => answer(new Error(PREVENTED));
    check(again).then(passed => (passed ? submit.call(camForm, (error, result) => {
      again = Boolean(error);
      if (error && !isGone(error)) {
        // The engine's own words are English; the form says it in Chinese.
        failed(error);
        prevent();
      } else {
        answer(error, result);
      }
    }) : prevent()), prevent);
  };
}

/** What the gate says is Chinese; the engine's own words are not for people. */
export function inChinese(error) {
  const text = error?.message ?? '';
  if (text.includes('未找到')) {
    return '该任务已办结、已超过办理期限、已被他人领取或不再由您办理，请刷新任务列表。';
  }
  return /[\u4e00-\u9fa5]/.test(text) ? text : undefined;
}

/** Tells whether the person may work on the form, now and when it claims the task. */
export function whenClaimed($scope, tell) {
  $scope.$watch('options.disableForm', disabled => tell(!disabled));
  // The form's module arrives after Tasklist's own round is over.
  $scope.$applyAsync();
}

/** Lights Tasklist's own save button while something is unsaved, and lets it save the draft. */
export function saveButton(camForm, $scope, save) {
  camForm.on('store', () => {
    camForm.storePrevented = true;
    save();
  });
  const form = () => $scope[camForm.formElement.attr('name')];
  return unsaved => $scope.$applyAsync(() => (unsaved ? form()?.$setDirty() : form()?.$setPristine()));
}

/** The id of whoever works in this Tasklist, or undefined. */
export function signedIn($scope) {
  return $scope.$root?.authentication?.name;
}

function isGone(error) {
  return /task is null|No matching task/.test(error.message ?? '');
}
