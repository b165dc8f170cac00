package io.ratel.exchange.command;

import static io.ratel.exchange.command.CommandCodec.ascii;

import io.ratel.exchange.codec.AccountBlocks;
import io.ratel.exchange.codec.MarketBlocks;
import io.ratel.exchange.command.Command.AdvanceTime;
import io.ratel.exchange.command.Command.ApplyCorporateAction;
import io.ratel.exchange.command.Command.CalendarChange;
import io.ratel.exchange.command.Command.CancelAllAfter;
import io.ratel.exchange.command.Command.CancelOrders;
import io.ratel.exchange.command.Command.ConfigureAccount;
import io.ratel.exchange.command.Command.Fund;
import io.ratel.exchange.command.Command.Mark;
import io.ratel.exchange.command.Command.MoveUnits;
import io.ratel.exchange.command.Command.SetCalendar;
import io.ratel.exchange.command.Command.SetKillSwitch;
import io.ratel.exchange.command.Command.SetLimits;
import io.ratel.exchange.command.Command.SetMarketTerms;
import io.ratel.exchange.command.Command.SetTradingState;
import io.ratel.exchange.command.Command.Settle;
import io.ratel.exchange.wire.AdvanceTimeEncoder;
import io.ratel.exchange.wire.ApplyCorporateActionEncoder;
import io.ratel.exchange.wire.CancelAllAfterEncoder;
import io.ratel.exchange.wire.CancelOrdersEncoder;
import io.ratel.exchange.wire.ConfigureAccountEncoder;
import io.ratel.exchange.wire.FundEncoder;
import io.ratel.exchange.wire.MarkEncoder;
import io.ratel.exchange.wire.MessageHeaderEncoder;
import io.ratel.exchange.wire.MoveUnitsEncoder;
import io.ratel.exchange.wire.SetCalendarEncoder;
import io.ratel.exchange.wire.SetKillSwitchEncoder;
import io.ratel.exchange.wire.SetLimitsEncoder;
import io.ratel.exchange.wire.SetMarketTermsEncoder;
import io.ratel.exchange.wire.SetTradingStateEncoder;
import io.ratel.exchange.wire.SettleEncoder;
import io.ratel.model.order.Side;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/** Writes the commands of those who run accounts and markets. Not safe for threads. */
final class OperatorCodec {
  private static final int BOTH_SIDES = 2;

  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final AdvanceTimeEncoder advanceTime = new AdvanceTimeEncoder();
  private final ApplyCorporateActionEncoder applyCorporateAction =
      new ApplyCorporateActionEncoder();
  private final CancelAllAfterEncoder cancelAllAfter = new CancelAllAfterEncoder();
  private final CancelOrdersEncoder cancelOrders = new CancelOrdersEncoder();
  private final ConfigureAccountEncoder configureAccount = new ConfigureAccountEncoder();
  private final FundEncoder fund = new FundEncoder();
  private final MarkEncoder mark = new MarkEncoder();
  private final MoveUnitsEncoder moveUnits = new MoveUnitsEncoder();
  private final SetCalendarEncoder setCalendar = new SetCalendarEncoder();
  private final SetKillSwitchEncoder setKillSwitch = new SetKillSwitchEncoder();
  private final SetLimitsEncoder setLimits = new SetLimitsEncoder();
  private final SetMarketTermsEncoder setMarketTerms = new SetMarketTermsEncoder();
  private final SetTradingStateEncoder setTradingState = new SetTradingStateEncoder();
  private final SettleEncoder settle = new SettleEncoder();

  /** Writes the command and returns the length of its body. */
  int encode(Command command, MutableDirectBuffer buffer, int offset) {
    return switch (command) {
      case CancelOrders c ->
          cancelOrders
              .wrapAndApplyHeader(buffer, offset, header)
              .accountId(c.accountId())
              .instrumentId(c.instrumentId().orElse(-1))
              .side((short) c.side().map(Side::ordinal).orElse(BOTH_SIDES).intValue())
              .encodedLength();
      case CancelAllAfter c ->
          cancelAllAfter
              .wrapAndApplyHeader(buffer, offset, header)
              .accountId(c.accountId())
              .timeout(c.timeoutNs())
              .encodedLength();
      case SetKillSwitch c ->
          setKillSwitch
              .wrapAndApplyHeader(buffer, offset, header)
              .id(c.id())
              .scope((short) c.scope().ordinal())
              .engaged((short) (c.engaged() ? 1 : 0))
              .encodedLength();
      case SetTradingState c ->
          setTradingState
              .wrapAndApplyHeader(buffer, offset, header)
              .instrumentId(c.instrumentId())
              .state((short) c.state().ordinal())
              .encodedLength();
      case Mark c ->
          mark.wrapAndApplyHeader(buffer, offset, header)
              .instrumentId(c.instrumentId())
              .last(c.last())
              .low(c.low())
              .high(c.high())
              .fromSequence(c.fromSequence())
              .toSequence(c.toSequence())
              .time(c.timeNs())
              .encodedLength();
      case AdvanceTime c -> advanceTime.wrapAndApplyHeader(buffer, offset, header).encodedLength();
      default -> encodeAct(command, buffer, offset);
    };
  }

  /** What is done once, and what is set. */
  private int encodeAct(Command command, MutableDirectBuffer buffer, int offset) {
    return switch (command) {
      case Fund c ->
          fund.wrapAndApplyHeader(buffer, offset, header)
              .instrumentId(c.instrumentId())
              .ratePpm(c.ratePpm())
              .encodedLength();
      case Settle c ->
          settle
              .wrapAndApplyHeader(buffer, offset, header)
              .instrumentId(c.instrumentId())
              .price(c.price())
              .encodedLength();
      case MoveUnits c ->
          moveUnits
              .wrapAndApplyHeader(buffer, offset, header)
              .poolAccountId(c.poolAccountId())
              .memberAccountId(c.memberAccountId())
              .assetId(c.assetId())
              .amount(c.amount())
              .units(c.units())
              .key(ascii("key", c.key(), 36))
              .encodedLength();
      case ConfigureAccount c -> {
        configureAccount.wrapAndApplyHeader(buffer, offset, header).accountId(c.accountId());
        AccountBlocks.encode(c.config(), configureAccount.config());
        yield configureAccount.encodedLength();
      }
      case SetLimits c -> {
        setLimits.wrapAndApplyHeader(buffer, offset, header).accountId(c.accountId());
        AccountBlocks.encode(c.limits(), setLimits.limits());
        yield setLimits.encodedLength();
      }
      case SetMarketTerms c -> {
        setMarketTerms.wrapAndApplyHeader(buffer, offset, header).instrumentId(c.instrumentId());
        MarketBlocks.encode(c.terms(), setMarketTerms.terms());
        yield setMarketTerms.encodedLength();
      }
      case ApplyCorporateAction c -> {
        applyCorporateAction
            .wrapAndApplyHeader(buffer, offset, header)
            .instrumentId(c.instrumentId());
        MarketBlocks.encode(c.action(), applyCorporateAction.action());
        yield applyCorporateAction.encodedLength();
      }
      case SetCalendar c -> encode(c, buffer, offset);
      default -> throw new IllegalArgumentException("no way to write " + command);
    };
  }

  private int encode(SetCalendar c, MutableDirectBuffer buffer, int offset) {
    setCalendar.wrapAndApplyHeader(buffer, offset, header).instrumentId(c.instrumentId());
    List<CalendarChange> changes = c.changes();
    require("changes", changes.size(), SetCalendarEncoder.minutesLength());
    require("closedDays", c.closedDays().size(), SetCalendarEncoder.closedDaysLength());
    for (int i = 0; i < SetCalendarEncoder.minutesLength(); i++) {
      boolean has = i < changes.size();
      setCalendar.minutes(i, (short) (has ? changes.get(i).minuteOfWeek() : -1));
      setCalendar.states(i, (short) (has ? changes.get(i).state().ordinal() : 0));
    }
    for (int i = 0; i < SetCalendarEncoder.closedDaysLength(); i++) {
      setCalendar.closedDays(i, i < c.closedDays().size() ? c.closedDays().get(i) : 0);
    }
    return setCalendar.encodedLength();
  }

  private static void require(String field, int size, int max) {
    if (size > max) {
      throw new IllegalArgumentException(field + " must be at most " + max + ", were " + size);
    }
  }
}
