package io.qiangcun.economy.company;

import io.qiangcun.economy.voucher.VoucherId;
import java.time.LocalDate;

/**
 * A village has the money.
 *
 * @param voucher its id travels with the form
 * @param account key of one of {@link CompanyQueries#money}; empty where the village does not book it here
 * @param sheets how many receipts are attached
 * @param summary what the voucher says it is for
 */
public record Receipt(LocalDate on, VoucherId voucher, String account, int sheets, String summary) {}
