/** Every error code with its HTTP status and its texts. The codes are stable: clients branch on them. */
export const errorTexts = {
  invalid_input: [400, '填写的内容有误，请按提示修改', 'Some fields are wrong'],
  malformed_body: [400, '请求内容不是有效的 JSON', 'The body is not valid JSON'],
  body_too_large: [413, '提交的内容过大', 'The body is too large'],
  unsupported_media_type: [415, '请以 JSON 格式提交', 'Send JSON'],
  feed_type_unsupported: [
    415,
    '请以 CSV（text/csv）或 NDJSON（application/x-ndjson）格式提交，Excel 文件请另存为 CSV',
    'Send CSV (text/csv) or NDJSON (application/x-ndjson); save a spreadsheet as CSV',
  ],
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
  code_expired: [
    422,
    '健康码已过期或是截图，请当场刷新后出示',
    'The code has expired, or is a picture of one',
  ],
  code_not_yet_valid: [
    422,
    '健康码的时间不对，请刷新后重新出示',
    'The code is from the future, show a fresh one',
  ],
  code_forged: [422, '伪造或外省的健康码，请核实其身份', 'The code is forged, or of another province'],
  code_unknown_key: [
    422,
    '不是本省的健康码，或是旧码，请出示最新的',
    'The code is of another province, or an old one',
  ],
  code_unreadable: [422, '健康码没有读全，请对准后再扫', 'The code was not read completely, scan again'],
  code_used: [
    422,
    '此码刚在这里用过，请刷新后再扫',
    'The code has just opened this gate, refresh it and show the new one',
  ],
  pass_used: [
    422,
    '此离线通行码刚在这里用过，请等它更换后再扫',
    'The outage pass has just opened this gate, show its next step',
  ],
  code_refused: [422, '该健康码已停用，请出示最新的', 'The code is no longer in use, show the present one'],
  card_forged: [422, '这是伪造的纸质卡，请核实其身份', 'The card is forged'],
  card_revoked: [422, '该纸质卡已停用', 'The card was revoked'],
  family_full: [409, '该关系的家人已达上限', 'There are as many of this relation as there may be'],
  family_taken: [
    409,
    '该证件已由本人或其他家人申领',
    'The document is in use already, by its owner or a relative',
  ],
  number_mistyped: [422, '12 位数字有误，请核对后重新输入', 'The 12 digits are mistyped'],
  number_refused: [422, '12 位数字不正确或已更换', 'The 12-digit number is wrong or was renewed'],
  object_id_number: [
    422,
    '身份证号不能直接查验，请出示健康码，或请工作人员用手机识别身份证',
    'An ID number tells no status: show the code, or ask staff to read the card with a phone',
  ],
  object_poster: [422, '这是场所的张贴码，请扫通行人员的健康码', 'This is the poster of a place, not a code'],
  object_payment: [422, '这是付款码，请出示健康码', 'This is a payment code, not a health code'],
  object_link: [422, '这是网址或其他二维码，请出示健康码', 'This is an address, not a health code'],
  object_unknown: [422, '无法识别，请出示健康码', 'What was scanned is not recognised'],
  national_unknown_person: [
    422,
    '此人尚未在本省登记，请其先申领健康码',
    'No province tells a status of the holder, who should claim a code here first',
  ],
  late_needs_network: [
    422,
    '离线时只能查验健康码和离线通行码',
    'Without network only codes and passes can be checked',
  ],
  pass_not_taken: [422, '该服务点不接受离线通行码', 'The point takes no outage passes'],
  duty_unverified: [
    403,
    '请先用工作手机号在小程序实名并申领健康码，再上岗',
    'Verify yourself and claim a code with the phone of this account first',
  ],
  duty_colour: [403, '您的健康码未通过核验，暂不能上岗', 'Your own code does not let you go on duty'],
  duty_required: [403, '请先在本服务点上岗，再查验', 'Go on duty at this point first'],
  duty_ended: [
    403,
    '您的健康码已不是绿码，已自动下岗，请换人查验',
    'Your own code is no longer clear, and you are off duty',
  ],
  late_off_duty: [422, '查验时不在该服务点的岗上', 'Nobody was on duty there with this account at the time'],
  id_card_unreadable: [
    422,
    '没有读清身份证号码，请摆正、避免反光后重拍',
    'The number could not be read with certainty, take another picture',
  ],
  id_card_again: [
    422,
    '识别结果已失效，请重新拍照',
    'What was read is no longer valid, take another picture',
  ],
  id_card_unknown: [422, '此人尚未在本省申领健康码', 'The holder has claimed no code here'],
  no_code_yet: [
    422,
    '此人还没有健康码，没有可说明的颜色。可先在“纸质卡”为其制卡',
    'This person has no code yet, and so no colour. A card can be made at the counter',
  ],
  id_card_unavailable: [
    503,
    '身份证识别暂不可用，请改用其他方式',
    'Cards cannot be read now, check in another way',
  ],
  feedback_closed: [409, '已超过可更正的时间', 'The check can no longer be corrected'],
  signature_missing: [401, '缺少签名', 'The request is not signed'],
  signature_refused: [401, '签名无效', 'The signature is not valid'],
  signature_skewed: [
    401,
    '签名时间与服务器相差过大，请校准时钟',
    'The time of the signature is off, set the clock',
  ],
  signature_replayed: [401, '该签名已使用过', 'The signature was used before'],
  device_disabled: [403, '该设备已停用，请联系单位管理员', 'The device is disabled'],
  enrolment_refused: [422, '备案码不正确、已使用或已过期', 'The enrolment code is wrong, used or too old'],
  device_key_used: [
    422,
    '该密钥已在其他设备或测试中使用，或已作废，请由设备生成新的密钥',
    'The key is in use elsewhere or was voided: let the device make a new one',
  ],
  model_not_approved: [409, '该设备型号尚未通过审批', 'The model is not approved'],
  model_decided: [409, '该型号已审批，不能再修改', 'The model was decided on already'],
  model_not_ready: [409, '该型号尚未完成联调测试和协议确认', 'The model is not tested and agreed yet'],
  model_not_tested: [409, '请先通过联调测试', 'Pass a conformance run first'],
  run_over: [409, '该次联调测试已结束，请重新开始', 'The conformance run is over'],
  batch_refused: [422, '该批数据未被接收', 'The batch was refused'],
  batch_under_way: [409, '该数据源正有另一批在处理，请稍后再报', 'Another batch of this feed is under way'],
  batch_waiting: [409, '上一批正在等待审批，请在其处理后再报', 'The batch before waits for its approval'],
  batch_out_of_order: [409, '批次序号或数据时间不连续，请按顺序报送', 'The batch is out of order'],
  same_batch_other_content: [422, '同一批次编号的内容不一致', 'The same batch came with other content'],
  proof_required: [403, '请先用短信验证码确认是您本人', 'Prove by an SMS code that it is you'],
  change_own: [403, '不能审批自己提出的变更', 'Nobody approves a change of his own'],
  change_not_verified: [
    403,
    '请先用工作手机号登录小程序完成实名认证，再进行该操作',
    'Verify your own identity first, with the phone of this account',
  ],
  change_about_self: [403, '不能处理涉及本人的变更', 'Nobody takes part in a change about himself'],
  change_decided: [409, '该变更已处理', 'The change was decided already'],
  change_outdated: [409, '情况已变化，该变更不能再批准', 'The change no longer fits what is stored'],
  rules_not_tried: [409, '请先对全部人员试算该版本', 'Try the version on everyone first'],
  rules_above_share: [
    409,
    '变色人数超出设定比例，请核对试算结果并确认人数',
    'It would turn more people than the set share: confirm their number',
  ],
  rules_trial_old: [
    409,
    '试算之后情况变化较大，请提出人撤回后重新试算',
    'Too much has changed since the trial: take the version back and try it again',
  ],
  rules_not_draft: [409, '该版本已不能修改', 'The version can no longer be changed'],
  rules_unchanged: [409, '该版本与生效版本相同', 'The version is the same as the one in force'],
  dry_run_under_way: [409, '该版本正在试算', 'The version is being tried already'],
  appeal_open: [409, '针对该原因的申诉正在处理', 'An appeal about this is not over yet'],
  appeal_no_lift: [409, '所申诉的原因没有可用的人工解除方式', 'Nothing by hand lifts what is contested'],
  appeal_over: [409, '该申诉已结束', 'The appeal is over'],
  appeal_in_approval: [409, '该申诉正在等待复核', 'The appeal waits for its second person'],
  appeal_too_many: [409, '未办结的申诉过多', 'Too many appeals are not over yet'],
  no_such_reason: [409, '当前没有该原因', 'There is no such reason now'],
  evidence_refused: [422, '文件类型不符或已损坏', 'The file is not what it says, or damaged'],
  national_code_refused: [422, '这不是有效的国家健康码', 'This is not a valid national code'],
  national_code_other: [422, '该健康码不属于本人', 'The code belongs to somebody else'],
  national_unavailable: [503, '国家平台暂时没有答复，请稍后再试', 'The national platform does not answer'],
  too_many_jobs: [409, '等待处理的任务过多，请待其完成后再试', 'Too many jobs are waiting, try again later'],
  too_many_requests: [429, '操作过于频繁，请稍后再试', 'Too many requests, try again later'],
  internal: [500, '服务出现问题，请稍后再试', 'Something went wrong'],
  unavailable: [503, '服务繁忙，请稍后再试', 'The service is busy, try again later'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ErrorCode = keyof typeof errorTexts;

export interface FieldError {
  /** Where in the input, for example `members.0` or `idNumber`; in a file line and column, `rows.12.idNumber`. */
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
