package io.ratel.exchange.event;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.wire.BalanceChangedEncoder;
import io.ratel.exchange.wire.BlockEncoder;
import io.ratel.exchange.wire.LevelChangedEncoder;
import io.ratel.exchange.wire.MessageHeaderEncoder;
import io.ratel.exchange.wire.OrderAcceptedEncoder;
import io.ratel.exchange.wire.OrderCanceledEncoder;
import io.ratel.exchange.wire.OrderReplacedEncoder;
import io.ratel.exchange.wire.PositionChangedEncoder;
import io.ratel.exchange.wire.TradedEncoder;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.Side;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.IntArrayList;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one command's events, and those events that come with nearly every command: they
 * are written straight into the bytes, at the places that the schema gives them, since an encoder's
 * checks would take longer than all the rest.
 */
abstract sealed class EventBlocks permits EventWriter {
  /** A block begins anew after so many bytes: the log's messages have a bound of two megabytes. */
  private static final int MAX_BLOCK = 1 << 19;

  /** Schema and version, the upper half of a message's header. */
  private static final long HEADER =
      (long) BlockEncoder.SCHEMA_ID << 32 | (long) BlockEncoder.SCHEMA_VERSION << 48;

  /** No event is longer, in bytes. */
  private static final int LARGEST = 1_024;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[64 * 1024];
  final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
  private final IntArrayList ends = new IntArrayList();
  private long first;
  private long time;
  private int begun;
  private int counted;
  private int length;
  private int count;

  /** Begins the events of a command. */
  public void begin(long firstSequence, long timestamp) {
    first = firstSequence;
    time = timestamp;
    length = 0;
    count = 0;
    ends.clear();
    open();
  }

  private void open() {
    begun = length;
    counted = count;
    int at = length + MessageHeaderEncoder.ENCODED_LENGTH;
    putHeader(length, BlockEncoder.TEMPLATE_ID, BlockEncoder.BLOCK_LENGTH);
    LONG.set(bytes, at + BlockEncoder.firstSequenceEncodingOffset(), first + count);
    LONG.set(bytes, at + BlockEncoder.timestampEncodingOffset(), time);
    length = at + BlockEncoder.BLOCK_LENGTH;
  }

  private void close() {
    int at = begun + MessageHeaderEncoder.ENCODED_LENGTH;
    INT.set(bytes, at + BlockEncoder.countEncodingOffset(), count - counted);
    ends.addInt(length);
  }

  /** The four fields of a header as one word, since events are many and small. */
  private void putHeader(int at, int template, int blockLength) {
    LONG.set(bytes, at, HEADER | (long) template << 16 | blockLength);
  }

  /** Ends the events of a command and returns how many there are. */
  public int end() {
    close();
    return count;
  }

  /** Blocks the command took; one unless it caused a lot. */
  public int blocks() {
    return ends.size();
  }

  /** Where the {@code index}-th block begins in the buffer. */
  public int blockOffset(int index) {
    return index == 0 ? 0 : ends.getInt(index - 1);
  }

  /** The length of the {@code index}-th block in bytes. */
  public int blockLength(int index) {
    return ends.getInt(index) - blockOffset(index);
  }

  /** Events so far. */
  public int count() {
    return count;
  }

  /** The blocks' bytes, valid until the next {@link #begin}. */
  public DirectBuffer buffer() {
    return buffer;
  }

  /** The length of all blocks in bytes. */
  public int length() {
    return length;
  }

  /** Writes an event's header and returns where its body begins. */
  final int next(int template, int blockLength) {
    if (length - begun > MAX_BLOCK) {
      close();
      open();
    }
    int at = length;
    length += MessageHeaderEncoder.ENCODED_LENGTH + blockLength;
    if (length > bytes.length - LARGEST) {
      grow();
    }
    count++;
    putHeader(at, template, blockLength);
    return at + MessageHeaderEncoder.ENCODED_LENGTH;
  }

  /** Makes room for the largest event, so that none has to ask while it is written. */
  private void grow() {
    bytes = Arrays.copyOf(bytes, bytes.length * 2);
    buffer.wrap(bytes);
  }

  /** The new state of a price. */
  public void levelChanged(int instrument, Side side, long price, long quantity, int orders) {
    int at = next(LevelChangedEncoder.TEMPLATE_ID, LevelChangedEncoder.BLOCK_LENGTH);
    byte[] to = bytes;
    LONG.set(to, at + LevelChangedEncoder.priceEncodingOffset(), price);
    LONG.set(to, at + LevelChangedEncoder.quantityEncodingOffset(), quantity);
    INT.set(to, at + LevelChangedEncoder.ordersEncodingOffset(), orders);
    INT.set(to, at + LevelChangedEncoder.instrumentIdEncodingOffset(), instrument);
    to[at + LevelChangedEncoder.sideEncodingOffset()] = (byte) side.ordinal();
  }

  /** The new state of a balance. */
  public void balanceChanged(long account, int asset, long total, long held) {
    int at = next(BalanceChangedEncoder.TEMPLATE_ID, BalanceChangedEncoder.BLOCK_LENGTH);
    byte[] to = bytes;
    LONG.set(to, at + BalanceChangedEncoder.accountIdEncodingOffset(), account);
    LONG.set(to, at + BalanceChangedEncoder.totalEncodingOffset(), total);
    LONG.set(to, at + BalanceChangedEncoder.heldEncodingOffset(), held);
    INT.set(to, at + BalanceChangedEncoder.assetIdEncodingOffset(), asset);
  }

  /** An open order has new terms. */
  public void orderReplaced(long order, long account, long price, long quantity, int instrument) {
    int at = next(OrderReplacedEncoder.TEMPLATE_ID, OrderReplacedEncoder.BLOCK_LENGTH);
    byte[] to = bytes;
    LONG.set(to, at + OrderReplacedEncoder.orderIdEncodingOffset(), order);
    LONG.set(to, at + OrderReplacedEncoder.accountIdEncodingOffset(), account);
    LONG.set(to, at + OrderReplacedEncoder.priceEncodingOffset(), price);
    LONG.set(to, at + OrderReplacedEncoder.quantityEncodingOffset(), quantity);
    INT.set(to, at + OrderReplacedEncoder.instrumentIdEncodingOffset(), instrument);
  }

  /** An order is over before it is filled. */
  public void orderCanceled(
      long order, long account, long remaining, int instrument, CancelReason reason) {
    int at = next(OrderCanceledEncoder.TEMPLATE_ID, OrderCanceledEncoder.BLOCK_LENGTH);
    byte[] to = bytes;
    LONG.set(to, at + OrderCanceledEncoder.orderIdEncodingOffset(), order);
    LONG.set(to, at + OrderCanceledEncoder.accountIdEncodingOffset(), account);
    LONG.set(to, at + OrderCanceledEncoder.remainingEncodingOffset(), remaining);
    INT.set(to, at + OrderCanceledEncoder.instrumentIdEncodingOffset(), instrument);
    to[at + OrderCanceledEncoder.reasonEncodingOffset()] = (byte) reason.ordinal();
  }

  /** An order has come in; the key is copied from the command's bytes and empty without one. */
  public void orderAccepted(OrderTerms t, long account, @Nullable DirectBuffer key, int keyOffset) {
    int at = next(OrderAcceptedEncoder.TEMPLATE_ID, OrderAcceptedEncoder.BLOCK_LENGTH);
    byte[] to = bytes;
    LONG.set(to, at + OrderAcceptedEncoder.orderIdEncodingOffset(), t.id);
    LONG.set(to, at + OrderAcceptedEncoder.accountIdEncodingOffset(), account);
    LONG.set(to, at + OrderAcceptedEncoder.priceEncodingOffset(), t.price);
    LONG.set(to, at + OrderAcceptedEncoder.quantityEncodingOffset(), t.quantity);
    INT.set(to, at + OrderAcceptedEncoder.instrumentIdEncodingOffset(), t.instrument);
    to[at + OrderAcceptedEncoder.sideEncodingOffset()] = (byte) t.side.ordinal();
    to[at + OrderAcceptedEncoder.typeEncodingOffset()] = (byte) t.type.ordinal();
    to[at + OrderAcceptedEncoder.timeInForceEncodingOffset()] = (byte) t.timeInForce.ordinal();
    int keyAt = at + OrderAcceptedEncoder.keyEncodingOffset();
    if (key == null || key.getByte(keyOffset) == 0) {
      Arrays.fill(to, keyAt, keyAt + OrderAcceptedEncoder.keyLength(), (byte) 0);
    } else {
      key.getBytes(keyOffset, to, keyAt, OrderAcceptedEncoder.keyLength());
    }
  }

  /** Two orders have traded; value and fees are minor units of the quote asset. */
  public void traded(
      long makerOrder,
      long takerOrder,
      long maker,
      long taker,
      int instrument,
      Side takerSide,
      long price,
      long quantity,
      long value,
      long makerFee,
      long takerFee) {
    int at = next(TradedEncoder.TEMPLATE_ID, TradedEncoder.BLOCK_LENGTH);
    byte[] to = bytes;
    LONG.set(to, at + TradedEncoder.makerOrderIdEncodingOffset(), makerOrder);
    LONG.set(to, at + TradedEncoder.takerOrderIdEncodingOffset(), takerOrder);
    LONG.set(to, at + TradedEncoder.makerAccountIdEncodingOffset(), maker);
    LONG.set(to, at + TradedEncoder.takerAccountIdEncodingOffset(), taker);
    LONG.set(to, at + TradedEncoder.priceEncodingOffset(), price);
    LONG.set(to, at + TradedEncoder.quantityEncodingOffset(), quantity);
    LONG.set(to, at + TradedEncoder.valueEncodingOffset(), value);
    LONG.set(to, at + TradedEncoder.makerFeeEncodingOffset(), makerFee);
    LONG.set(to, at + TradedEncoder.takerFeeEncodingOffset(), takerFee);
    INT.set(to, at + TradedEncoder.instrumentIdEncodingOffset(), instrument);
    to[at + TradedEncoder.takerSideEncodingOffset()] = (byte) takerSide.ordinal();
  }

  /** The new state of a position. */
  public void positionChanged(long account, Positions positions, int row) {
    int at = next(PositionChangedEncoder.TEMPLATE_ID, PositionChangedEncoder.BLOCK_LENGTH);
    byte[] to = bytes;
    LONG.set(to, at + PositionChangedEncoder.accountIdEncodingOffset(), account);
    LONG.set(to, at + PositionChangedEncoder.quantityEncodingOffset(), positions.quantity(row));
    LONG.set(to, at + PositionChangedEncoder.costEncodingOffset(), positions.cost(row));
    LONG.set(
        to, at + PositionChangedEncoder.realizedPnlEncodingOffset(), positions.realizedPnl(row));
    LONG.set(to, at + PositionChangedEncoder.marginEncodingOffset(), positions.margin(row));
    INT.set(
        to, at + PositionChangedEncoder.instrumentIdEncodingOffset(), positions.instrument(row));
    to[at + PositionChangedEncoder.sideEncodingOffset()] = (byte) positions.side(row).ordinal();
  }
}
