/** The very module of the engine, for its hash; pages do not speak to the engine themselves. */
export { engineModule } from '../engine/engine_module';
