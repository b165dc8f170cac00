package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.command.CommandCodec;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.wire.AdvanceTimeDecoder;
import io.ratel.exchange.wire.ApplyCorporateActionDecoder;
import io.ratel.exchange.wire.CancelAllAfterDecoder;
import io.ratel.exchange.wire.CancelOrderDecoder;
import io.ratel.exchange.wire.CancelOrdersDecoder;
import io.ratel.exchange.wire.ConfigureAccountDecoder;
import io.ratel.exchange.wire.FundDecoder;
import io.ratel.exchange.wire.ListAssetDecoder;
import io.ratel.exchange.wire.ListInstrumentDecoder;
import io.ratel.exchange.wire.MarkDecoder;
import io.ratel.exchange.wire.MessageHeaderDecoder;
import io.ratel.exchange.wire.MoveUnitsDecoder;
import io.ratel.exchange.wire.OpenAccountDecoder;
import io.ratel.exchange.wire.PlaceAdvancedOrderDecoder;
import io.ratel.exchange.wire.PlaceOrderDecoder;
import io.ratel.exchange.wire.ReplaceOrderDecoder;
import io.ratel.exchange.wire.SetCalendarDecoder;
import io.ratel.exchange.wire.SetKillSwitchDecoder;
import io.ratel.exchange.wire.SetLimitsDecoder;
import io.ratel.exchange.wire.SetMarketTermsDecoder;
import io.ratel.exchange.wire.SetTradingStateDecoder;
import io.ratel.exchange.wire.SettleDecoder;
import io.ratel.exchange.wire.TransferDecoder;
import io.ratel.model.order.RejectReason;
import io.ratel.model.slot.XxHash64;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * From the bytes of a command to who applies it. A command may be longer than this version knows
 * and shorter than it writes, since messages grow at their ends; a newer version is refused.
 */
public final class Dispatch {
  private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;

  /** The version with which commands last grew. */
  private static final int GROWN = 3;

  private final Machine machine;
  private int block;
  private int template;
  private int version;
  private final PlaceOrderDecoder placeOrder = new PlaceOrderDecoder();
  private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
  private final ReplaceOrderDecoder replaceOrder = new ReplaceOrderDecoder();
  private final PlaceAdvancedOrderDecoder placeAdvancedOrder = new PlaceAdvancedOrderDecoder();
  private final CancelOrdersDecoder cancelOrders = new CancelOrdersDecoder();
  private final CancelAllAfterDecoder cancelAllAfter = new CancelAllAfterDecoder();
  private final TransferDecoder transfer = new TransferDecoder();
  private final OpenAccountDecoder openAccount = new OpenAccountDecoder();
  private final MoveUnitsDecoder moveUnits = new MoveUnitsDecoder();
  private final ConfigureAccountDecoder configureAccount = new ConfigureAccountDecoder();
  private final SetLimitsDecoder setLimits = new SetLimitsDecoder();
  private final SetKillSwitchDecoder setKillSwitch = new SetKillSwitchDecoder();
  private final ListAssetDecoder listAsset = new ListAssetDecoder();
  private final ListInstrumentDecoder listInstrument = new ListInstrumentDecoder();
  private final SetMarketTermsDecoder setMarketTerms = new SetMarketTermsDecoder();
  private final SetTradingStateDecoder setTradingState = new SetTradingStateDecoder();
  private final SetCalendarDecoder setCalendar = new SetCalendarDecoder();
  private final MarkDecoder mark = new MarkDecoder();
  private final AdvanceTimeDecoder advanceTime = new AdvanceTimeDecoder();
  private final FundDecoder fund = new FundDecoder();
  private final ApplyCorporateActionDecoder applyCorporateAction =
      new ApplyCorporateActionDecoder();
  private final SettleDecoder settle = new SettleDecoder();
  private final byte[] content = new byte[CommandCodec.MAX_LENGTH];
  private boolean remembers;
  private long contentHash;

  public Dispatch(Machine machine) {
    this.machine = machine;
  }

  public void apply(DirectBuffer buffer, int offset, int length, Answer answer) {
    if (!isReadable(buffer, offset, length)
        || (!applyOrder(buffer, offset, length, answer)
            && !applyAccount(buffer, offset, length, answer)
            && !applyMarket(buffer, offset, answer))) {
      answer.refuse(RejectReason.MALFORMED);
    }
  }

  private boolean isReadable(DirectBuffer buffer, int offset, int length) {
    if (length < MessageHeaderDecoder.ENCODED_LENGTH || length > content.length) {
      return false;
    }
    // The four fields of the header as one word: most commands are small.
    long word = buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN);
    block = (int) word & 0xFFFF;
    template = (int) (word >>> 16) & 0xFFFF;
    version = (int) (word >>> 48);
    return (word >>> 32 & 0xFFFF) == PlaceOrderDecoder.SCHEMA_ID
        && version <= PlaceOrderDecoder.SCHEMA_VERSION
        && block == length - MessageHeaderDecoder.ENCODED_LENGTH;
  }

  /** Whether the message has a template and at least its oldest fields. */
  private boolean is(int wanted, int minLength) {
    return template == wanted && block >= minLength;
  }

  /** The same of a message that has grown with version 3; only older ones may be short. */
  private boolean is(int wanted, int oldLength, int length) {
    return is(wanted, version < GROWN ? oldLength : length);
  }

  /** Gives the answer its sequence and remembers it for its key, once all that follows is done. */
  public void remember(Answer answer) {
    if (!answer.duplicate) {
      answer.sequence = machine.sequence;
      if (!answer.refused() && remembers) {
        machine.keys.add(contentHash, answer);
      }
    }
    remembers = false;
  }

  private boolean applyOrder(DirectBuffer buffer, int offset, int length, Answer answer) {
    if (is(PlaceOrderDecoder.TEMPLATE_ID, PlaceOrderDecoder.BLOCK_LENGTH)) {
      PlaceOrderDecoder c = placeOrder.wrap(buffer, offset + HEADER, block, version);
      int key = c.offset() + PlaceOrderDecoder.keyEncodingOffset();
      if (isNew(c.accountId(), key, buffer, offset, length, answer)) {
        machine.placing.place(c, buffer, key, answer);
      }
    } else if (is(CancelOrderDecoder.TEMPLATE_ID, CancelOrderDecoder.BLOCK_LENGTH)) {
      machine.cancels.cancel(cancelOrder.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(
        ReplaceOrderDecoder.TEMPLATE_ID,
        ReplaceOrderDecoder.triggerEncodingOffset(),
        ReplaceOrderDecoder.BLOCK_LENGTH)) {
      machine.replacing.replace(replaceOrder.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(PlaceAdvancedOrderDecoder.TEMPLATE_ID, PlaceAdvancedOrderDecoder.BLOCK_LENGTH)) {
      PlaceAdvancedOrderDecoder c =
          placeAdvancedOrder.wrap(buffer, offset + HEADER, block, version);
      int key = c.offset() + PlaceAdvancedOrderDecoder.keyEncodingOffset();
      if (isNew(c.accountId(), key, buffer, offset, length, answer)) {
        machine.placing.place(c, buffer, key, answer);
      }
    } else if (is(CancelOrdersDecoder.TEMPLATE_ID, CancelOrdersDecoder.BLOCK_LENGTH)) {
      machine.cancels.cancelAll(cancelOrders.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(CancelAllAfterDecoder.TEMPLATE_ID, CancelAllAfterDecoder.BLOCK_LENGTH)) {
      machine.operator.cancelAfter(
          cancelAllAfter.wrap(buffer, offset + HEADER, block, version), answer);
    } else {
      return false;
    }
    return true;
  }

  private boolean applyAccount(DirectBuffer buffer, int offset, int length, Answer answer) {
    if (is(TransferDecoder.TEMPLATE_ID, TransferDecoder.BLOCK_LENGTH)) {
      TransferDecoder c = transfer.wrap(buffer, offset + HEADER, block, version);
      int key = c.offset() + TransferDecoder.keyEncodingOffset();
      boolean deposit = c.kind() == TransferKind.DEPOSIT.ordinal();
      long owner = deposit ? c.toAccountId() : c.fromAccountId();
      if (isNew(owner, key, buffer, offset, length, answer)) {
        machine.transfers.transfer(c, answer);
      }
    } else if (is(
        OpenAccountDecoder.TEMPLATE_ID,
        OpenAccountDecoder.parentIdEncodingOffset(),
        OpenAccountDecoder.BLOCK_LENGTH)) {
      OpenAccountDecoder c = openAccount.wrap(buffer, offset + HEADER, block, version);
      openAccount(c, buffer, answer);
    } else if (is(MoveUnitsDecoder.TEMPLATE_ID, MoveUnitsDecoder.BLOCK_LENGTH)) {
      MoveUnitsDecoder c = moveUnits.wrap(buffer, offset + HEADER, block, version);
      int key = c.offset() + MoveUnitsDecoder.keyEncodingOffset();
      if (isNew(c.memberAccountId(), key, buffer, offset, length, answer)) {
        machine.units.move(c, answer);
      }
    } else if (is(ConfigureAccountDecoder.TEMPLATE_ID, ConfigureAccountDecoder.BLOCK_LENGTH)) {
      machine.operator.configure(
          configureAccount.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(SetLimitsDecoder.TEMPLATE_ID, SetLimitsDecoder.BLOCK_LENGTH)) {
      machine.operator.limit(setLimits.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(SetKillSwitchDecoder.TEMPLATE_ID, SetKillSwitchDecoder.BLOCK_LENGTH)) {
      machine.operator.kill(setKillSwitch.wrap(buffer, offset + HEADER, block, version), answer);
    } else {
      return false;
    }
    return true;
  }

  private boolean applyMarket(DirectBuffer buffer, int offset, Answer answer) {
    if (is(ListAssetDecoder.TEMPLATE_ID, ListAssetDecoder.BLOCK_LENGTH)) {
      machine.listings.list(
          listAsset.wrap(buffer, offset + HEADER, block, version), machine.events, answer);
    } else if (is(
        ListInstrumentDecoder.TEMPLATE_ID,
        ListInstrumentDecoder.multiplierUnitsEncodingOffset(),
        ListInstrumentDecoder.BLOCK_LENGTH)) {
      machine.listings.list(
          listInstrument.wrap(buffer, offset + HEADER, block, version), machine.events, answer);
    } else if (is(SetMarketTermsDecoder.TEMPLATE_ID, SetMarketTermsDecoder.BLOCK_LENGTH)) {
      machine.operator.terms(setMarketTerms.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(SetTradingStateDecoder.TEMPLATE_ID, SetTradingStateDecoder.BLOCK_LENGTH)) {
      machine.states.set(setTradingState.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(SetCalendarDecoder.TEMPLATE_ID, SetCalendarDecoder.BLOCK_LENGTH)) {
      machine.states.set(setCalendar.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(MarkDecoder.TEMPLATE_ID, MarkDecoder.BLOCK_LENGTH)) {
      machine.watch.mark(mark.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(AdvanceTimeDecoder.TEMPLATE_ID, AdvanceTimeDecoder.BLOCK_LENGTH)) {
      machine.clock.advance();
    } else if (is(FundDecoder.TEMPLATE_ID, FundDecoder.BLOCK_LENGTH)) {
      machine.funding.fund(fund.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(
        ApplyCorporateActionDecoder.TEMPLATE_ID, ApplyCorporateActionDecoder.BLOCK_LENGTH)) {
      machine.corporateActions.apply(
          applyCorporateAction.wrap(buffer, offset + HEADER, block, version), answer);
    } else if (is(SettleDecoder.TEMPLATE_ID, SettleDecoder.BLOCK_LENGTH)) {
      machine.settlement.settle(settle.wrap(buffer, offset + HEADER, block, version), answer);
    } else {
      return false;
    }
    return true;
  }

  /** False when the key has been seen: then the answer is already given. */
  private boolean isNew(
      long account, int key, DirectBuffer buffer, int offset, int length, Answer answer) {
    // Orders, transfers and accounts have keys of their own: the template keeps them apart.
    remembers = buffer.getByte(key) != 0;
    if (!remembers) {
      return true;
    }
    Keys keys = machine.keys;
    keys.probe(account ^ ((long) family(template) << 56), buffer, key);
    buffer.getBytes(offset, content, 0, length);
    contentHash = XxHash64.hash(content, 0, length, 0);
    int entry = keys.find();
    if (entry < 0) {
      return true;
    }
    if (keys.sameContent(entry, contentHash)) {
      keys.answer(entry, answer);
    } else {
      answer.refuse(RejectReason.KEY_REUSED);
    }
    return false;
  }

  /** Both messages of an order share its keys: a client does not see which one it sent. */
  private static int family(int template) {
    return template == PlaceAdvancedOrderDecoder.TEMPLATE_ID
        ? PlaceOrderDecoder.TEMPLATE_ID
        : template;
  }

  private void openAccount(OpenAccountDecoder c, DirectBuffer buffer, Answer answer) {
    int key = c.offset() + OpenAccountDecoder.keyEncodingOffset();
    Keys accountKeys = machine.accountKeys;
    accountKeys.probe(0, buffer, key);
    int opened = accountKeys.isEmpty() ? -1 : accountKeys.find();
    if (opened >= 0) {
      accountKeys.answer(opened, answer);
      return;
    }
    Accounts accounts = machine.accounts;
    if (accounts.size() == Limits.ACCOUNTS) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.ACCOUNTS, Limits.ACCOUNTS + 1L);
      return;
    }
    boolean old = c.actingVersion() < OpenAccountDecoder.parentIdSinceVersion();
    long parentId = old ? 0 : c.parentId();
    int parent = parentId == 0 ? Accounts.NONE : accounts.find(parentId);
    boolean unfit = parent < Accounts.FIRST || accounts.parent(parent) != Accounts.NONE;
    if (parentId != 0 && unfit) {
      answer.refuse(RejectReason.INVALID_PARENT);
      return;
    }
    accounts.open(answer.commandId, parent);
    machine.events.accountOpened(buffer, key).accountId(answer.commandId).parentId(parentId);
    if (!accountKeys.isEmpty()) {
      answer.sequence = machine.sequence + machine.events.count();
      accountKeys.add(0, answer);
    }
  }
}
