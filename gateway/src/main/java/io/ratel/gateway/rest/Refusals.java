package io.ratel.gateway.rest;

import io.ratel.exchange.Reply;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.model.money.Asset;
import io.ratel.model.order.RejectReason;

/** The exchange's refusals in the caller's words. */
final class Refusals {
  private Refusals() {}

  /**
   * @param held the asset that the command would take from the account
   * @param field that decides how much is needed
   * @param value what was sent in it
   */
  static RefusedException of(Reply reply, Asset held, String field, String value) {
    RejectReason reason = reply.reason();
    ErrorCode code = ErrorCode.of(reason);
    if (reason == RejectReason.INSUFFICIENT_FUNDS) {
      return RefusedException.told(
          code,
          "this needs %s %s, and %s %s is available"
              .formatted(
                  held.format(reply.needed()),
                  held.code(),
                  held.format(reply.available()),
                  held.code()),
          field,
          value,
          reason.rule());
    }
    return of(reason);
  }

  static RefusedException of(RejectReason reason) {
    ErrorCode code = ErrorCode.of(reason);
    return reason.field().isEmpty()
        ? RefusedException.of(code, reason.rule())
        : RefusedException.field(code, reason.field(), reason.rule());
  }
}
