package io.ratel.exchange.command;

import io.ratel.exchange.command.Command.CancelOrder;
import io.ratel.exchange.command.Command.ListAsset;
import io.ratel.exchange.command.Command.ListInstrument;
import io.ratel.exchange.command.Command.OpenAccount;
import io.ratel.exchange.command.Command.PlaceOrder;
import io.ratel.exchange.command.Command.ReplaceOrder;
import io.ratel.exchange.command.Command.Transfer;
import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.exchange.wire.CancelOrderEncoder;
import io.ratel.exchange.wire.ListAssetEncoder;
import io.ratel.exchange.wire.ListInstrumentEncoder;
import io.ratel.exchange.wire.MessageHeaderEncoder;
import io.ratel.exchange.wire.OpenAccountEncoder;
import io.ratel.exchange.wire.PlaceAdvancedOrderEncoder;
import io.ratel.exchange.wire.PlaceOrderEncoder;
import io.ratel.exchange.wire.ReplaceOrderEncoder;
import io.ratel.exchange.wire.TransferEncoder;
import io.ratel.model.order.Algo;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/** Writes commands as SBE messages. Not safe for threads: one codec each. */
public final class CommandCodec {
  /** No command is longer than this, in bytes. */
  public static final int MAX_LENGTH = 512;

  private static final Split NO_SPLIT = new Split(Algo.TWAP, 0, 0, 0, 0, List.of());

  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final ListAssetEncoder listAsset = new ListAssetEncoder();
  private final ListInstrumentEncoder listInstrument = new ListInstrumentEncoder();
  private final OpenAccountEncoder openAccount = new OpenAccountEncoder();
  private final TransferEncoder transfer = new TransferEncoder();
  private final PlaceOrderEncoder placeOrder = new PlaceOrderEncoder();
  private final PlaceAdvancedOrderEncoder placeAdvanced = new PlaceAdvancedOrderEncoder();
  private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
  private final ReplaceOrderEncoder replaceOrder = new ReplaceOrderEncoder();
  private final OperatorCodec operator = new OperatorCodec();

  /**
   * Writes the command, header included, and returns its length in bytes.
   *
   * @throws IllegalArgumentException when a text is too long for its field or not printable ASCII
   */
  public int encode(Command command, MutableDirectBuffer buffer, int offset) {
    int body =
        switch (command) {
          case ListAsset c -> {
            listAsset.wrapAndApplyHeader(buffer, offset, header).scale((short) c.scale());
            yield listAsset.code(ascii("code", c.code(), 16)).encodedLength();
          }
          case ListInstrument c -> encode(c, buffer, offset);
          case OpenAccount c -> {
            openAccount.wrapAndApplyHeader(buffer, offset, header);
            yield openAccount.key(ascii("key", c.key(), 36)).parentId(c.parentId()).encodedLength();
          }
          case Transfer c ->
              transfer
                  .wrapAndApplyHeader(buffer, offset, header)
                  .fromAccountId(c.fromAccountId())
                  .toAccountId(c.toAccountId())
                  .amount(c.amount())
                  .assetId(c.assetId())
                  .kind((short) c.kind().ordinal())
                  .key(ascii("key", c.key(), 36))
                  .encodedLength();
          case PlaceOrder c ->
              c.conditions().equals(OrderConditions.NONE)
                  ? encode(c, buffer, offset)
                  : encodeAdvanced(c, buffer, offset);
          case CancelOrder c ->
              cancelOrder
                  .wrapAndApplyHeader(buffer, offset, header)
                  .accountId(c.accountId())
                  .orderId(c.orderId())
                  .encodedLength();
          case ReplaceOrder c ->
              replaceOrder
                  .wrapAndApplyHeader(buffer, offset, header)
                  .accountId(c.accountId())
                  .orderId(c.orderId())
                  .price(c.price())
                  .quantity(c.quantity())
                  .trigger(c.trigger())
                  .encodedLength();
          default -> operator.encode(command, buffer, offset);
        };
    return MessageHeaderEncoder.ENCODED_LENGTH + body;
  }

  private int encode(ListInstrument c, MutableDirectBuffer buffer, int offset) {
    return listInstrument
        .wrapAndApplyHeader(buffer, offset, header)
        .tickUnits(c.tick().units())
        .lotUnits(c.lot().units())
        .makerFeePpm(c.makerFeePpm())
        .takerFeePpm(c.takerFeePpm())
        .collarPpm(c.collarPpm())
        .tickScale((short) c.tick().scale())
        .lotScale((short) c.lot().scale())
        .kind((short) c.kind().ordinal())
        .symbol(ascii("symbol", c.symbol(), 32))
        .base(ascii("base", c.base(), 16))
        .quote(ascii("quote", c.quote(), 16))
        .multiplierUnits(c.multiplier().units())
        .multiplierScale((short) c.multiplier().scale())
        .encodedLength();
  }

  private int encode(PlaceOrder c, MutableDirectBuffer buffer, int offset) {
    return placeOrder
        .wrapAndApplyHeader(buffer, offset, header)
        .accountId(c.accountId())
        .price(c.price())
        .quantity(c.quantity())
        .instrumentId(c.instrumentId())
        .side((short) c.side().ordinal())
        .type((short) c.type().ordinal())
        .timeInForce((short) c.timeInForce().ordinal())
        .key(ascii("key", c.key(), 36))
        .encodedLength();
  }

  private int encodeAdvanced(PlaceOrder c, MutableDirectBuffer buffer, int offset) {
    OrderConditions with = c.conditions();
    placeAdvanced
        .wrapAndApplyHeader(buffer, offset, header)
        .accountId(c.accountId())
        .price(c.price())
        .quantity(c.quantity())
        .trigger(with.trigger())
        .trail(with.trail())
        .display(with.display())
        .expiry(with.expiryNs())
        .takeProfit(with.takeProfit())
        .stopLoss(with.stopLoss())
        .stopLossLimit(with.stopLossLimit())
        .instrumentId(c.instrumentId())
        .side((short) c.side().ordinal())
        .type((short) c.type().ordinal())
        .timeInForce((short) c.timeInForce().ordinal())
        .selfTrade((short) with.selfTrade().ordinal())
        .effect((short) with.effect().ordinal())
        .flags(with.flags())
        .key(ascii("key", c.key(), 36));
    Split split = with.split().orElse(NO_SPLIT);
    if (split.weights().size() > PlaceAdvancedOrderEncoder.weightsLength()) {
      throw new IllegalArgumentException(
          "weights must be at most 24, were " + split.weights().size());
    }
    for (int i = 0; i < PlaceAdvancedOrderEncoder.weightsLength(); i++) {
      placeAdvanced.weights(i, i < split.weights().size() ? split.weights().get(i) : 0);
    }
    return placeAdvanced
        .start(split.startNs())
        .end(split.endNs())
        .interval(split.intervalNs())
        .participationPpm(split.participationPpm())
        .algo((short) (with.split().isPresent() ? 1 + split.algo().ordinal() : 0))
        .encodedLength();
  }

  static String ascii(String field, String text, int max) {
    if (text.length() > max) {
      throw new IllegalArgumentException(
          field + " must have at most " + max + " characters, was '" + text + "'");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        throw new IllegalArgumentException(field + " must be printable ASCII, was '" + text + "'");
      }
    }
    return text;
  }
}
