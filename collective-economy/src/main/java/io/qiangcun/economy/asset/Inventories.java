package io.qiangcun.economy.asset;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Inventories extends Repository<Inventory, InventoryId>, ScopedReads<Inventory, InventoryId> {

    Inventory saveAndFlush(Inventory inventory);
}
