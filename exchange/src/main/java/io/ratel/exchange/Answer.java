package io.ratel.exchange;

import io.ratel.exchange.wire.MessageHeaderDecoder;
import io.ratel.exchange.wire.MessageHeaderEncoder;
import io.ratel.exchange.wire.ReplyDecoder;
import io.ratel.exchange.wire.ReplyEncoder;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.RejectReason;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A {@link Reply} that is used again for each command, with its wire form. Not safe for threads. It
 * names no object of the machine, so it may be kept until the next command. Its fields are the
 * machine's to write: it fills one answer after the other.
 */
public final class Answer {
  private static final OrderStatus[] STATUSES = OrderStatus.values();
  private static final RejectReason[] REASONS = RejectReason.values();

  public long commandId;
  public long sequence;
  public long timestamp;
  public long id;
  public long filled;
  public long turnover;
  public long available;
  public long needed;
  public OrderStatus status = OrderStatus.OPEN;
  public RejectReason reason = RejectReason.NONE;
  public boolean duplicate;

  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final ReplyEncoder encoder = new ReplyEncoder();

  public void reset(long commandId, long timestamp) {
    this.commandId = commandId;
    this.timestamp = timestamp;
    id = commandId;
    sequence = 0;
    filled = 0;
    turnover = 0;
    available = 0;
    needed = 0;
    status = OrderStatus.OPEN;
    reason = RejectReason.NONE;
    duplicate = false;
  }

  public void refuse(RejectReason why) {
    reason = why;
    status = OrderStatus.REJECTED;
  }

  public void refuse(RejectReason why, long available, long needed) {
    refuse(why);
    this.available = available;
    this.needed = needed;
  }

  /** Whether the command was refused. */
  public boolean refused() {
    return reason != RejectReason.NONE;
  }

  /** The answer as a value. */
  public Reply toReply() {
    return new Reply(
        commandId, sequence, timestamp, id, filled, turnover, available, needed, status, reason,
        duplicate);
  }

  /** Writes the answer as an SBE message and returns its length in bytes. */
  public int encode(MutableDirectBuffer buffer, int offset, long correlationId) {
    encoder
        .wrapAndApplyHeader(buffer, offset, header)
        .correlationId(correlationId)
        .commandId(commandId)
        .sequence(sequence)
        .timestamp(timestamp)
        .id(id)
        .filled(filled)
        .turnover(turnover)
        .available(available)
        .needed(needed)
        .status((short) status.ordinal())
        .reason((short) reason.ordinal())
        .duplicate((short) (duplicate ? 1 : 0));
    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
  }

  /** Reads a wrapped message back into a value. */
  public static Reply decode(ReplyDecoder message) {
    return new Reply(
        message.commandId(),
        message.sequence(),
        message.timestamp(),
        message.id(),
        message.filled(),
        message.turnover(),
        message.available(),
        message.needed(),
        STATUSES[message.status()],
        REASONS[message.reason()],
        message.duplicate() == 1);
  }

  /**
   * Wraps a reply, or returns false when the message is something else.
   *
   * @param header scratch
   */
  public static boolean wrap(
      DirectBuffer buffer, int offset, MessageHeaderDecoder header, ReplyDecoder message) {
    header.wrap(buffer, offset);
    if (header.schemaId() != ReplyDecoder.SCHEMA_ID
        || header.templateId() != ReplyDecoder.TEMPLATE_ID) {
      return false;
    }
    message.wrapAndApplyHeader(buffer, offset, header);
    return true;
  }
}
