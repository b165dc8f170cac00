package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.command.TransferKind;
import io.ratel.exchange.ledger.Ledger;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.wire.TransferDecoder;
import io.ratel.model.order.RejectReason;

/** Money in, out, and from account to account. */
public final class Transfers {
  private static final TransferKind[] KINDS = TransferKind.values();

  private final Machine machine;
  private final Ledger ledger;
  private final Accounts accounts;

  public Transfers(Machine machine) {
    this.machine = machine;
    ledger = machine.ledger;
    accounts = machine.accounts;
  }

  public void transfer(TransferDecoder c, Answer answer) {
    int from = accounts.find(c.fromAccountId());
    int to = accounts.find(c.toAccountId());
    int assetId = c.assetId();
    long amount = c.amount();
    if (c.kind() >= KINDS.length) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    TransferKind kind = KINDS[c.kind()];
    boolean world =
        switch (kind) {
          case DEPOSIT -> from == Accounts.WORLD;
          case WITHDRAWAL -> to == Accounts.WORLD;
          case TRANSFER -> true;
        };
    if (!world || from == to || from == Accounts.NONE || to == Accounts.NONE) {
      answer.refuse(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    if (!machine.listings.hasAsset(assetId)) {
      answer.refuse(RejectReason.UNKNOWN_ASSET);
      return;
    }
    if (amount <= 0) {
      answer.refuse(RejectReason.INVALID_AMOUNT);
      return;
    }
    if (!ledger.hasRoomFor(2)) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.BALANCES, Limits.BALANCES + 1L);
      return;
    }
    long available =
        kind == TransferKind.DEPOSIT
            ? Limits.SUPPLY + ledger.total(from, assetId) // the world's total is minus what it gave
            : machine.collateral.spendable(from, assetId);
    if (amount > available) {
      RejectReason reason =
          kind == TransferKind.DEPOSIT
              ? RejectReason.VALUE_TOO_LARGE
              : RejectReason.INSUFFICIENT_FUNDS;
      answer.refuse(reason, available, amount);
      return;
    }
    ledger.move(from, to, assetId, amount);
    machine
        .events
        .transferred()
        .transferId(answer.commandId)
        .fromAccountId(c.fromAccountId())
        .toAccountId(c.toAccountId())
        .amount(amount)
        .assetId(assetId)
        .kind(c.kind());
  }
}
