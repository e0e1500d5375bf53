import { clickButton, clickButtonOfDialog, type Screen } from './adminScreen';
import type { RiskStage } from './riskStage';

const list = '证件号码,药品编码,购买日期\n1,2,3\n';

/** Feeds, their batches and keys, and a file that cannot be taken. */
export function screensOfFeeds(): Screen[] {
  return [
    { name: 'feeds', path: '/feeds', shows: (page) => page.getByText('发热门诊就诊记录') },
    { name: 'feed', path: '/feeds/fever', shows: (page) => page.getByText('已生效').first() },
    {
      name: 'feedColumns',
      path: '/feeds/medicine?tab=columns',
      shows: (page) => page.getByText('购买日期', { exact: true }),
    },
    {
      name: 'newKey',
      path: '/feeds/fever?tab=keys',
      shows: (page) => page.getByText('还没有密钥'),
      act: async (page) => {
        await clickButton('登记密钥')(page);
        await page.getByRole('button', { name: '提交审批' }).click();
        await page.getByText('请填写公钥').waitFor();
      },
    },
    {
      name: 'upload',
      path: '/feeds/medicine/upload',
      shows: (page) => page.getByLabel('批次名称'),
      act: async (page) => {
        const buffer = Buffer.from(list);
        await page
          .getByTestId('batch-file')
          .setInputFiles({ name: '补报.csv', mimeType: 'text/csv', buffer });
        await page.getByLabel('批次名称').fill('补报');
        await page.getByText('重新选择').waitFor();
      },
    },
    {
      name: 'screening',
      path: '/screening',
      shows: (page) => page.getByRole('table', { name: '各类人群' }),
    },
    {
      name: 'screeningPeople',
      path: '/screening/people?group=publicService',
      shows: (page) => page.getByText('从未检测', { exact: true }),
    },
    {
      name: 'screeningNobody',
      path: '/screening/people?group=portWorkers',
      shows: (page) => page.getByText('没有符合条件的人员'),
    },
    {
      name: 'screeningUnchosen',
      path: '/screening/people',
      shows: (page) => page.getByText('请先选择人群或检测情况'),
    },
  ];
}

/** Rules in words and in fields, levels of regions, appeals, and changes by hand. */
export function screensOfRules({ appealId, draft }: RiskStage): Screen[] {
  const shownDraft = (text: string) => ({
    shows: (page: Parameters<Screen['shows']>[0]) => page.getByText(text),
  });

  return [
    { name: 'rules', path: '/rules', shows: (page) => page.getByText('原因改得更简单') },
    { name: 'ruleVersion', path: '/rules/1', shows: (page) => page.getByText('居住在实行封闭管理的小区') },
    { name: 'ruleDiff', path: `/rules/${draft}?tab=diff`, ...shownDraft('1 条规则不同') },
    {
      name: 'dryRun',
      path: `/rules/${draft}?tab=dryRun`,
      shows: (page) => page.getByRole('button', { name: '抽样试算' }),
      act: async (page) => {
        await clickButton('抽样试算')(page);
        await page.getByText(/人将失去绿码$/).waitFor();
      },
    },
    {
      name: 'ruleEditor',
      path: `/rules/${draft}/edit`,
      shows: (page) => page.getByLabel('修改说明'),
      act: async (page) => {
        await page.getByRole('button', { name: '添加规则' }).click();
        await page.getByRole('button', { name: '保存草稿' }).click();
        await page.getByText(/处有误$/).waitFor();
      },
    },
    {
      name: 'regions',
      path: '/regions?within=350100',
      shows: (page) => page.getByText('福建省福州市鼓楼区'),
    },
    {
      name: 'regionLevels',
      path: '/regions?within=350100',
      shows: (page) => page.getByText('福建省福州市鼓楼区'),
      act: async (page) => {
        await page.getByLabel('选择 福建省福州市台江区').check();
        await clickButton('提出等级变更')(page);
        await page.getByRole('button', { name: '提交审批' }).click();
        await page.getByText('请选择等级').waitFor();
      },
    },
    { name: 'appeals', path: '/appeals', shows: (page) => page.getByText('已提交，等待处理').first() },
    { name: 'appeal', path: `/appeals/${appealId}`, ...shownDraft('提交申诉') },
    {
      name: 'uphold',
      path: `/appeals/${appealId}`,
      ...shownDraft('提交申诉'),
      act: async (page) => {
        await clickButton('申诉成立')(page);
        await page.getByRole('button', { name: '交复核' }).click();
        await page.getByText('请选择理由').waitFor();
      },
    },
    { name: 'overrides', path: '/overrides', shows: (page) => page.getByText('解除：退烧药品').first() },
    {
      name: 'override',
      path: '/overrides',
      shows: (page) => page.getByText('解除：退烧药品').first(),
      act: async (page) => {
        await clickButton(/^查看/)(page);
        await page.getByText('2026-0417').waitFor();
      },
    },
    {
      name: 'newOverride',
      path: '/overrides/new',
      shows: (page) => page.getByLabel('证件号码'),
      act: async (page) => {
        await clickButton('提交审批')(page);
        await page.getByText('请填写证件号码').waitFor();
      },
    },
  ];
}

/** What waits for a second person, and whom rules concern. */
export function screensOfApprover({ changeId }: RiskStage): Screen[] {
  const path = `/changes/${changeId}`;

  return [
    { name: 'changes', path: '/changes', shows: (page) => page.getByText('还有').first() },
    { name: 'change', path, shows: (page) => page.getByText('替邻居购买，已电话核实') },
    {
      name: 'reject',
      path,
      shows: (page) => page.getByRole('button', { name: '驳回' }),
      act: async (page) => {
        await clickButton('驳回')(page);
        await clickButtonOfDialog('驳回')(page);
        await page.getByText('请写明理由').waitFor();
      },
    },
    {
      name: 'proof',
      path,
      shows: (page) => page.getByRole('button', { name: '批准' }),
      act: async (page) => {
        await clickButton('批准')(page);
        await clickButtonOfDialog('批准')(page);
        await page.getByLabel('短信验证码').waitFor();
      },
    },
    {
      name: 'rulePeople',
      path: '/rule-people?rule=fever',
      shows: (page) => page.getByText('橙码').first(),
    },
  ];
}
