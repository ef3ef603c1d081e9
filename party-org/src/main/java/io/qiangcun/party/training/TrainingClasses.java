package io.qiangcun.party.training;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface TrainingClasses extends Repository<TrainingClass, ClassId>, ScopedReads<TrainingClass, ClassId> {

    TrainingClass saveAndFlush(TrainingClass trainingClass);
}
