package io.ratel.exchange;

import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.RejectReason;

/**
 * The exchange's answer to one command. It is given only after the command is durable.
 *
 * @param commandId the command's place in the log
 * @param sequence of the last event the answer depends on; a reader that has reached it sees the
 *     effect
 * @param timestampNs when the exchange applied it, nanoseconds since 1970 UTC
 * @param id of the order or account it made; for other commands the command id
 * @param filled lots filled at once
 * @param turnover ticks times lots of what was filled: divided by {@code filled}, the average price
 * @param available when refused for want of it: what there was
 * @param needed when refused for want of it: what it would have taken
 * @param reason {@link RejectReason#NONE} when it was done
 * @param duplicate true when this repeats the answer to an earlier command of the same key
 */
public record Reply(
    long commandId,
    long sequence,
    long timestampNs,
    long id,
    long filled,
    long turnover,
    long available,
    long needed,
    OrderStatus status,
    RejectReason reason,
    boolean duplicate) {
  public boolean refused() {
    return reason != RejectReason.NONE;
  }
}
