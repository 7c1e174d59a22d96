// What the start forms have in common: load the choices, check on the server, start.

import { get, newKey, post } from './api.js';
import { Problems } from './problems.js';
import { checkBeforeSubmit, inChinese } from './tasklist.js';

/**
 * Opens a start form.
 * @param page.path address of the choices; the check is beside it
 * @param page.show lays the choices out
 * @param page.read the answers, which are exactly the variables that the start takes
 */
export async function openStart(camForm, $scope, page) {
  const root = camForm.formElement[0];
  const problems = new Problems(root);
  // One key per opened form: a start whose answer got lost is not done twice.
  const commandKey = newKey();
  checkBeforeSubmit(camForm, $scope, async again => {
    const answers = page.read(root);
    try {
      await post(`${page.path}/check`, answers);
      problems.clear();
    } catch (error) {
      tell(problems, error);
      // What was refused now may be what the lost answer was about.
      if (!again || error.kind !== 'refused') {
        return false;
      }
    }
    answer(camForm.variableManager, { ...answers, commandKey });
    return true;
  }, error => problems.tell(inChinese(error) ?? '发起未成功，请稍后重试；多次未成功的，请联系申报咨询。'));
  try {
    page.show(root, await get(page.path));
    root.classList.add('loaded');
  } catch (error) {
    tell(problems, error);
  }
}

function answer(variables, answers) {
  for (const [name, value] of Object.entries(answers ?? {})) {
    if (variables.variables[name]) {
      variables.destroyVariable(name);
    }
    variables.createVariable({ name, type: 'String', value });
  }
}

function tell(problems, error) {
  if (!error.kind) {
    throw error;
  }
  if (error.problems?.length) {
    problems.show(error.problems);
  } else {
    problems.tell(error.kind === 'gone' ? '当前账号不能办理此项业务。' : error.message);
  }
}
