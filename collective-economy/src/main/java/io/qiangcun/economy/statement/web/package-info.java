/** Statements, trial balances and ledgers as pages and sheets. */
@NullMarked
package io.qiangcun.economy.statement.web;

import org.jspecify.annotations.NullMarked;
