package io.qiangcun.core.duty.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a waiver no longer holds. */
record WithdrawForm(
        @NotBlank(message = "{core.warning.form.reason.blank}") @Size(max = 500)
        String withdrawalReason) {}
