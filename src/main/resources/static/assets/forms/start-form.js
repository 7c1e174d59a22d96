// What the start forms have in common: load the choices, check on the server, start.

import { get, newKey, post } from './api.js';
import { el, value } from './dom.js';
import { Problems } from './problems.js';
import { checkBeforeSubmit, inChinese } from './tasklist.js';

/**
 * Opens a start form.
 * @param page.path address of the choices; the check is beside it
 * @param page.show lays the choices out
 * @param page.read the answers, which are exactly the variables that the start takes
 * @param page.missing what is still to be chosen or ticked, in few words each
 * @param page.obstacles problems that nothing on the form can mend, as the choices stand now
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
    const wanting = new Wanting(root, problems, page);
    root.addEventListener('change', () => wanting.show());
    wanting.show();
    // Tasklist opens its button in its own next round, which nobody else begins.
    $scope.$applyAsync();
  } catch (error) {
    tell(problems, error);
  }
}

/** Says beside Tasklist's button what it waits for, and on top what no choice can change. */
class Wanting {

  constructor(root, problems, page) {
    Object.assign(this, { root, problems, page });
    this.line = el('p', { class: 'wanting', role: 'status' });
    const button = root.closest('.modal-content')?.querySelector('[ng-click="startProcessInstance()"]');
    button ? button.parentElement.prepend(this.line) : root.append(this.line);
  }

  show() {
    const obstacles = this.page.obstacles?.(this.root) ?? [];
    const missing = this.page.missing?.(this.root) ?? [];
    this.line.textContent = obstacles.length ? '现在不能发起，原因见页面上方。'
      : missing.length ? `发起前还须：${missing.join('、')}。` : '';
    this.line.hidden = !this.line.textContent;
    if (obstacles.length) {
      this.problems.tell(obstacles.map(({ text }) => text).join(''), false);
      this.told = true;
    } else if (this.told) {
      this.problems.clear();
      this.told = false;
    }
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
  if (error.problems?.length && error.problems.some(({ field }) => problems.hasField(field))) {
    problems.show(error.problems);
  } else if (error.problems?.length) {
    problems.tell(error.problems.map(({ text }) => text).join(''));
  } else {
    problems.tell(error.kind === 'gone' ? '当前账号不能办理此项业务。' : error.message);
  }
}

/** What is still to be done of these fields: name and what to do. */
export function wanting(root, fields) {
  return fields.filter(([name]) => !value(root, name)).map(([, what]) => what);
}
