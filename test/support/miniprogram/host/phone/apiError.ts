/** Why a function of wx or my failed. WeChat tells the message as errMsg, Alipay the code as `error`. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code = 0,
    /** More that the failure carries, such as the answer of a request with a bad status. */
    readonly details: object = {},
  ) {
    super(message);
  }
}
