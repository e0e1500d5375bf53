import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';

import type { OwnReason } from '@anxing/contract/reasons';

import { loadMe } from '../../../miniapp/src/lib/account';
import AppealFormPage from '../../../miniapp/src/packages/health/appealForm/index';
import { signedInApp } from '../../support/taro/freshApp';
import { arrivalReason, sampleAppeal, sampleReason, sampleReasons } from '../../support/taro/healthSamples';
import { phone } from '../../support/taro/phone';
import { sampleMe } from '../../support/taro/samples';
import { refusal, type TestServer } from '../../support/taro/server';

/** The first bytes of a JPEG. */
const jpeg = '/9j/4AAQSkZJRgAB';

async function open(
  reasons: OwnReason[] = [sampleReason(), arrivalReason],
  rule?: string,
): Promise<TestServer> {
  const server = await signedInApp();
  phone.params = rule ? { rule } : {};
  server.on('GET me/reasons', { body: sampleReasons('orange', { reasons }) });
  server.on('POST me/appeals', { status: 201, body: sampleAppeal() });
  let count = 0;
  server.on('POST me/evidence', () => {
    count += 1;

    return { status: 201, body: { id: `e${count}`, mediaType: 'image/jpeg', bytes: 12 } };
  });
  render(<AppealFormPage />);
  await waitFor(() => expect(document.querySelector('.loading')).toBeNull());

  return server;
}

function type(text: string): void {
  fireEvent.change(screen.getByLabelText('说明情况'), { target: { value: text } });
}

function submit(): void {
  fireEvent.click(document.querySelector('.submit-appeal') as Element);
}

/** Chooses pictures whose files hold a JPEG. */
async function choose(...paths: string[]): Promise<void> {
  phone.album = paths;
  paths.forEach((path) => phone.files.set(path, jpeg));
  const before = document.querySelectorAll('.picture__image').length;
  fireEvent.click(screen.getByRole('button', { name: '添加图片' }));
  await waitFor(() =>
    expect(document.querySelectorAll('.picture__image')).toHaveLength(before + paths.length),
  );
}

const agree = () => fireEvent.click(screen.getByText('我同意为核实本次申诉上传以上图片'));

describe('an appeal is written', () => {
  test('about the reason that the person came from, and leads to its progress', async () => {
    const server = await open(undefined, 'medicine');
    type(' 替家人买的。 ');
    expect(screen.getByText('8 / 1000')).toBeTruthy();
    submit();
    await waitFor(() => expect(phone.moves).toEqual(['replace /packages/health/appeal/index?id=p1']));
    expect(server.bodies).toContainEqual({ rules: ['medicine'], text: '替家人买的。', pictures: [] });
    expect(phone.storage.get('anxing.appealDrafts')).not.toContain('替家人');
  });

  test('about others too; two taps send it once', async () => {
    const server = await open(undefined, 'medicine');
    fireEvent.click(screen.getByText('来自或途经疫情高发地区（11月12日）'));
    type('没有离开过本市。');
    submit();
    submit();
    await waitFor(() => expect(phone.moves).toHaveLength(1));
    expect(server.count('POST me/appeals')).toBe(1);
    expect(server.bodies).toContainEqual(expect.objectContaining({ rules: ['medicine', 'arrivals'] }));
  });

  test('needs a reason and a text', async () => {
    const server = await open();
    submit();
    await screen.findByText('请至少选择一条原因');
    fireEvent.click(screen.getByText('14 天内有购买退烧药品记录（11月12日）'));
    submit();
    await screen.findByText('请说明情况');
    expect(server.count('POST me/appeals')).toBe(0);
  });

  test('a single reason is chosen by itself; one that is looked into cannot be', async () => {
    await open([sampleReason(), { ...arrivalReason, appealId: 'p9' }]);
    expect(document.querySelector('.contest--medicine')?.className).toContain('check-line--on');
    expect(document.querySelector('.choice-off')?.textContent).toBe('来自或途经疫情高发地区处理中');
  });

  test('when all are looked into, or there is none, the list is offered', async () => {
    await open([{ ...arrivalReason, appealId: 'p9' }]);
    screen.getByText('这些原因都已在申诉处理中');
    fireEvent.click(screen.getByText('查看我的申诉'));
    expect(phone.moves).toEqual(['open /packages/health/appeals/index']);
  });

  test('a wrong field is named where it is', async () => {
    const server = await open(undefined, 'medicine');
    const { body } = refusal('invalid_input');
    const fields = [{ path: 'text', message: '含有不允许的字符', messageEn: 'x' }];
    server.on('POST me/appeals', {
      status: 400,
      body: { error: { ...(body as { error: object }).error, fields } },
    });
    type('x');
    submit();
    await screen.findByText('含有不允许的字符');
  });
});

describe('what was typed is not lost', () => {
  test('when there is no network; sending again sends it whole', async () => {
    const server = await open(undefined, 'medicine');
    type('替家人买的。');
    server.isReachable = false;
    submit();
    await screen.findByText('网络不可用，请检查网络后重试。您填写的文字已保存。');
    expect(screen.getByLabelText<HTMLTextAreaElement>('说明情况').value).toBe('替家人买的。');
    server.isReachable = true;
    submit();
    await waitFor(() => expect(phone.moves).toHaveLength(1));
  });

  test('when the page is left: the draft is there again', async () => {
    await open(undefined, 'medicine');
    type('写到一半');
    cleanup();
    phone.params = {};
    render(<AppealFormPage />);
    const box = await screen.findByLabelText<HTMLTextAreaElement>('说明情况');
    expect(box.value).toBe('写到一半');
    expect(document.querySelector('.contest--medicine')?.className).toContain('check-line--on');
  });

  test('by nobody else on the same phone', async () => {
    const server = await open(undefined, 'medicine');
    type('写到一半');
    cleanup();
    server.on('GET me', { body: sampleMe({ name: '*强' }) });
    await loadMe();
    render(<AppealFormPage />);
    const box = await screen.findByLabelText<HTMLTextAreaElement>('说明情况');
    expect(box.value).toBe('');
  });

  test('an answer that got lost: the appeal is there, and the list is offered', async () => {
    const server = await open([sampleReason()], 'medicine');
    server.on('POST me/appeals', refusal('appeal_open'));
    const contested = [sampleReason({ appealId: 'p1' })];
    server.on('GET me/reasons', { body: sampleReasons('orange', { reasons: contested }) });
    type('替家人买的。');
    submit();
    await screen.findByText('这些原因都已在申诉处理中');
    screen.getByText('查看我的申诉');
  });
});

describe('pictures', () => {
  test('leave the phone only with the appeal, after a word of consent', async () => {
    const server = await open(undefined, 'medicine');
    type('见图。');
    await choose('a.jpg', 'b.jpg');
    submit();
    await screen.findByText('请先勾选同意上传图片，或移除图片');
    expect(server.count('POST me/evidence')).toBe(0);
    agree();
    submit();
    await waitFor(() => expect(phone.moves).toHaveLength(1));
    expect(server.bodies).toContainEqual({ mediaType: 'image/jpeg', data: jpeg });
    expect(server.bodies).toContainEqual(expect.objectContaining({ pictures: ['e1', 'e2'] }));
  });

  test('one that fails can be repeated alone; what arrived is not sent again', async () => {
    const server = await open(undefined, 'medicine');
    type('见图。');
    await choose('a.jpg', 'b.jpg');
    agree();
    let isFull = false;
    server.on('POST me/evidence', () => {
      const reply = isFull ? refusal('unavailable') : { status: 201, body: { id: 'e1' } };
      isFull = true;

      return reply;
    });
    submit();
    await screen.findByText(/有图片没有上传成功/);
    expect(document.querySelectorAll('.picture__frame--sent')).toHaveLength(1);
    server.on('POST me/evidence', { status: 201, body: { id: 'e2' } });
    fireEvent.click(screen.getByRole('button', { name: '重试上传图片 2' }));
    await waitFor(() => expect(document.querySelectorAll('.picture__frame--sent')).toHaveLength(2));
    submit();
    await waitFor(() => expect(phone.moves).toHaveLength(1));
    expect(server.count('POST me/evidence')).toBe(3);
    expect(server.bodies).toContainEqual(expect.objectContaining({ pictures: ['e1', 'e2'] }));
  });

  test('those that the server forgot are sent again', async () => {
    const server = await open(undefined, 'medicine');
    type('见图。');
    await choose('a.jpg');
    agree();
    const { body } = refusal('invalid_input');
    const fields = [{ path: 'pictures.0', message: '没有该文件', messageEn: 'x' }];
    server.on('POST me/appeals', {
      status: 400,
      body: { error: { ...(body as { error: object }).error, fields } },
    });
    submit();
    await screen.findByText('填写的内容有误，请按提示修改');
    server.on('POST me/appeals', { status: 201, body: sampleAppeal() });
    submit();
    await waitFor(() => expect(phone.moves).toHaveLength(1));
    expect(server.count('POST me/evidence')).toBe(2);
  });

  test('are removed, looked at in full, and at most six', async () => {
    await open(undefined, 'medicine');
    await choose('a', 'b', 'c', 'd', 'e', 'f');
    expect(screen.queryByRole('button', { name: '添加图片' })).toBeNull();
    fireEvent.click(document.querySelectorAll('.picture__frame')[1] as Element);
    expect(phone.previews).toEqual(['b']);
    fireEvent.click(screen.getByRole('button', { name: '移除图片 2' }));
    expect(document.querySelectorAll('.picture__image')).toHaveLength(5);
    expect(screen.getByRole('button', { name: '添加图片' })).toBeTruthy();
  });

  test('of a kind that cannot be read say so, and stay to be replaced', async () => {
    await open(undefined, 'medicine');
    type('见图。');
    await choose('a.heic');
    phone.files.set('a.heic', 'AAAAIGZ0eXBoZWlj');
    agree();
    submit();
    await screen.findByText('这张图片无法读取，请换一张 JPEG 或 PNG 图片');
  });

  test('a phone that refuses the album is explained; backing out is no error', async () => {
    await open(undefined, 'medicine');
    phone.albumRefusal = { errMsg: 'chooseMedia:fail auth deny' };
    fireEvent.click(screen.getByRole('button', { name: '添加图片' }));
    await screen.findByText('没有相册或相机权限，请在设置中允许后重试');
    phone.albumRefusal = { errMsg: 'chooseMedia:fail cancel' };
    fireEvent.click(screen.getByRole('button', { name: '添加图片' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
