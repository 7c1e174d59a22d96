// The task API: same origin, JSON, with the site's own CSRF token.

const TOKEN = 'HUHANG-CSRF';

/** An answer that is no success. The kind tells the form what to do, the message is for the person. */
export class ApiError extends Error {
  constructor(kind, message, problems = []) {
    super(message);
    this.kind = kind;
    this.problems = problems;
  }
}

export const get = path => request('GET', path);
export const put = (path, body) => request('PUT', path, body);
export const post = (path, body) => request('POST', path, body);
export const remove = path => request('DELETE', path);

/** Browsers carry no more than 64 KB past the end of a page. */
const MOST_KEPT_ALIVE = 60_000;

/** Saves while the page goes away; tells whether it was saved, if anybody is there to hear. */
export async function putBehind(path, body) {
  const request = options('PUT', body);
  try {
    return (await fetch(path, { ...request, keepalive: new Blob([request.body]).size < MOST_KEPT_ALIVE })).ok;
  } catch {
    return false;
  }
}

/** A key for one intention, which every retry carries again. Works without TLS too. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Sends one file and tells the progress as a share of 1. The result has a promise and an abort.
 * @param key one per chosen file, so that a retry is not kept twice
 */
export function upload(path, file, key, progress) {
  const xhr = new XMLHttpRequest();
  const done = (async () => {
    await freshToken();
    return new Promise((resolve, reject) => {
      xhr.open('POST', path);
      xhr.setRequestHeader('Accept', 'application/json');
      xhr.setRequestHeader(`X-${TOKEN}`, token());
      xhr.setRequestHeader('Idempotency-Key', key);
      xhr.upload.addEventListener('progress', event =>
        event.lengthComputable && progress(event.loaded / event.total));
      xhr.addEventListener('load', () => settle(xhr.status, json(xhr.responseText), resolve, reject));
      xhr.addEventListener('error', () => reject(offline('网络中断，文件未上传。')));
      xhr.addEventListener('abort', () => reject(new ApiError('aborted', '已取消上传。')));
      const body = new FormData();
      body.append('file', file);
      xhr.send(body);
    });
  })();
  return { done, abort: () => xhr.abort() };
}

async function request(method, path, body) {
  const sent = token();
  let answer = await send(method, path, body);
  // The token changes at login; a refusal brings the new one.
  if (answer.status === 403 && token() !== sent) {
    answer = await send(method, path, body);
  }
  const text = await answer.text();
  return new Promise((resolve, reject) => settle(answer.status, json(text), resolve, reject));
}

async function send(method, path, body) {
  try {
    return await fetch(path, options(method, body));
  } catch {
    throw offline('网络中断，请检查网络后重试。');
  }
}

function options(method, body) {
  const headers = { Accept: 'application/json', [`X-${TOKEN}`]: token() };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  return { method, headers, cache: 'no-store', body: body === undefined ? undefined : JSON.stringify(body) };
}

function settle(status, answer, resolve, reject) {
  if (status >= 200 && status < 300) {
    resolve(answer);
  } else {
    reject(refusal(status, answer ?? {}));
  }
}

function refusal(status, answer) {
  switch (status) {
    case 400: return new ApiError('failed', answer.message ?? '提交的内容与本页面不符，请刷新页面后重试。');
    case 401: return new ApiError('login', '登录已失效，请重新登录。未保存的内容保留在本窗口，登录后在本窗口打开本任务即可恢复。');
    case 403: return new ApiError('failed', '请求未通过安全校验，请刷新页面后重试。');
    case 404: return new ApiError('gone', answer.message ?? '该任务已办结、已超过办理期限、已被他人领取或不再由您办理，请刷新任务列表。');
    case 409: return new ApiError('stale', answer.message ?? '草稿已在其他窗口更新，本窗口的内容未保存。请刷新页面后继续填写。');
    case 413: return new ApiError('refused', answer.message ?? '文件超过单个文件的大小上限。', answer.problems);
    case 422: return new ApiError('refused', '有内容需要修改。', answer.problems);
    default: return new ApiError('failed', '服务器暂时无法处理，请稍后重试。');
  }
}

const offline = message => new ApiError('offline', message);

/** A file is too large to be sent twice, so its token must be right at the first time. */
async function freshToken() {
  if (!token()) {
    await send('POST', '/api/token').catch(() => {});
  }
}

function token() {
  const found = document.cookie.split('; ').find(cookie => cookie.startsWith(`${TOKEN}=`));
  return found ? decodeURIComponent(found.slice(TOKEN.length + 1)) : '';
}

function json(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
