/** Every error code with its HTTP status and its texts. The codes are stable: clients branch on them. */
export const errorTexts = {
  invalid_input: [400, '填写的内容有误，请按提示修改', 'Some fields are wrong'],
  malformed_body: [400, '请求内容不是有效的 JSON', 'The body is not valid JSON'],
  body_too_large: [413, '提交的内容过大', 'The body is too large'],
  unsupported_media_type: [415, '请以 JSON 格式提交', 'Send JSON'],
  not_signed_in: [401, '请先登录', 'Sign in first'],
  session_expired: [401, '登录已过期，请重新登录', 'The session has expired, sign in again'],
  sign_in_failed: [401, '账号或验证信息不正确', 'The account or the proof is not right'],
  sms_code_wrong: [401, '验证码不正确或已过期', 'The SMS code is wrong or has expired'],
  origin_refused: [403, '请求来源不被允许', 'The origin is not allowed'],
  forbidden: [403, '没有权限执行此操作', 'Not allowed for this role'],
  password_change_required: [403, '请先修改初始密码', 'Change the initial password first'],
  consent_required: [403, '请先阅读并同意隐私政策', 'Accept the privacy policy first'],
  phone_required: [403, '请先验证手机号', 'Verify a phone number first'],
  identity_required: [403, '请先完成实名认证', 'Verify your identity first'],
  code_required: [403, '请先申领健康码', 'Claim a code first'],
  not_found: [404, '没有找到该记录', 'No such record'],
  method_not_allowed: [405, '不支持该操作', 'Method not allowed'],
  conflict: [409, '与已有记录冲突', 'It conflicts with what is stored'],
  phone_taken: [409, '该手机号已被使用', 'The phone is in use'],
  already_revoked: [409, '该张贴码已停用', 'The poster is revoked already'],
  point_closed: [409, '该服务点已停用', 'The point is closed'],
  posters_missing: [409, '部分服务点没有有效的张贴码，请先生成', 'Some points have no poster in force'],
  sheet_refused: [422, '文件无法使用，请按提示修改', 'The file cannot be used'],
  sheet_changed: [409, '文件与检查时不同，请重新检查', 'The file is not the one that was checked'],
  no_posters: [409, '所选服务点都没有有效的张贴码', 'None of the points has a poster in force'],
  same_id_other_body: [422, '同一登记编号的内容不一致', 'The same id came with another body'],
  id_out_of_time: [422, '登记时间超出允许范围，请核对手机时间', 'The id lies outside the accepted time'],
  identity_mismatch: [422, '姓名与证件号码核对不一致', 'Name and document number do not match'],
  face_failed: [422, '人脸核验未通过，可到服务网点办理', 'The face check did not pass'],
  face_pending: [409, '人脸核验尚未完成，请稍候', 'The face check is not finished yet'],
  identity_locked: [409, '已完成实名认证，不能更换身份', 'The identity is verified already'],
  poster_refused: [422, '这不是有效的张贴码，请联系场所工作人员', 'This is not a valid poster'],
  code_expired: [422, '健康码已过期，请刷新后重新出示', 'The code has expired, show a fresh one'],
  code_refused: [422, '这不是有效的健康码', 'This is not a valid code'],
  number_refused: [422, '12 位数字不正确或已更换', 'The 12-digit number is wrong or was renewed'],
  object_unknown: [422, '无法识别扫描的内容', 'What was scanned is not recognised'],
  too_many_jobs: [409, '等待处理的任务过多，请待其完成后再试', 'Too many jobs are waiting, try again later'],
  too_many_requests: [429, '操作过于频繁，请稍后再试', 'Too many requests, try again later'],
  internal: [500, '服务出现问题，请稍后再试', 'Something went wrong'],
  unavailable: [503, '服务繁忙，请稍后再试', 'The service is busy, try again later'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ErrorCode = keyof typeof errorTexts;

export interface FieldError {
  /** Where in the input, for example `members.0` or `idNumber`. */
  path: string;
  message: string;
  messageEn: string;
}

/** The body of every answer that is not 2xx. */
export interface ErrorBody {
  error: {
    code: ErrorCode;
    message: string;
    messageEn: string;
    fields?: FieldError[];
    requestId: string;
    /** ms since 1970; told where the phone's clock may be wrong. */
    serverTime?: number;
  };
}
