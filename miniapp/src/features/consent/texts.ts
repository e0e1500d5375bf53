/** The policy that is shown; its version comes from the configuration and is recorded with the consent. */
export const texts = {
  title: '欢迎使用',
  intro: '在提供服务前，请您阅读并分别同意以下内容。',
  version: (version: string) => `版本 ${version}`,
  privacyTitle: '隐私政策',
  privacyLines: [
    '我们处理您的手机号码、姓名和证件号码，用于实名认证和生成健康码。',
    '您扫描场所张贴码或出示健康码时，记录时间、地点和方向，用于疫情防控，按规定期限保存后删除。',
    '获取短信验证码时，会附上本机生成的随机编号，只用于限制发送次数，清除本应用的数据后即更换。',
    '场所工作人员只能看到颜色、判定结果和脱敏后的姓名。任何单位查看您的信息都会留下记录，您可在“谁看过我”中查阅。',
    '您可以随时查阅、更正，或联系服务热线撤回同意；撤回后无法继续使用健康码。',
  ],
  sensitiveTitle: '敏感个人信息单独同意',
  sensitiveLines: [
    '人脸信息：仅用于核验是您本人，由核验机构处理，本系统不保存人脸照片。',
    '健康相关信息：包括确诊与密接、就诊与购药等防控数据，仅用于计算健康码颜色。',
    '不同意时，仍可到社区服务网点线下办理。',
  ],
  agreePrivacy: '我已阅读并同意《隐私政策》',
  agreeSensitive: '我单独同意处理上述敏感个人信息',
  agree: '同意并继续',
  both: '请先阅读并勾选两项同意',
  refuse: '暂不同意',
  refused: '未同意前不会收集您的任何信息。您可以随时返回本页，或到社区服务网点线下办理。',
} as const;
