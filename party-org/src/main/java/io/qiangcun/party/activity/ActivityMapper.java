package io.qiangcun.party.activity;

import io.qiangcun.core.mapping.CoreMapping;
import org.mapstruct.Mapper;

@Mapper(config = CoreMapping.class)
interface ActivityMapper {

    ActivityView toView(Activity activity);

    ActivityView.Edition toEdition(SupersededEdition edition);
}
