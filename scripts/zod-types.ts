/**
 * The part of zod's types that the package's declarations name. zod's code is
 * joined into ours; its own types are 6 MB that every site would install for
 * what goes into options and what comes out. A test holds both to be the same.
 */
export const ZOD_TYPES = `/** What goes into a schema of zod's, and what comes out. */
export declare namespace z {
  interface ZodMiniType<Output = unknown, Input = unknown> {
    readonly _zod: { readonly output: Output; readonly input: Input };
  }
  type input<T> = T extends { readonly _zod: { readonly input: infer Input } } ? Input : never;
  type output<T> = T extends { readonly _zod: { readonly output: infer Output } } ? Output : never;
  namespace core {
    interface $strict {
      readonly mode?: "strict";
    }
    interface $strip {
      readonly mode?: "strip";
    }
    interface $partial {
      readonly "~partial": true;
    }
  }
  type Flat<T> = { [Key in keyof T]: T[Key] } & {};
  type Omitted<Shape> = { [Key in keyof Shape]: undefined extends input<Shape[Key]> ? Key : never }[keyof Shape];
  type Absent<Shape> = { [Key in keyof Shape]: undefined extends output<Shape[Key]> ? Key : never }[keyof Shape];
  type In<Shape> = Flat<
    { [Key in Exclude<keyof Shape, Omitted<Shape>>]: input<Shape[Key]> } & { [Key in Omitted<Shape>]?: input<Shape[Key]> }
  >;
  type Out<Shape> = Flat<
    { [Key in Exclude<keyof Shape, Absent<Shape>>]: output<Shape[Key]> } & { [Key in Absent<Shape>]?: output<Shape[Key]> }
  >;
  type Entries<Key, Name, Value> = Key extends core.$partial
    ? Partial<Record<Name & PropertyKey, Value>>
    : Record<Name & PropertyKey, Value>;
  interface ZodMiniString<Input = string> extends ZodMiniType<string, Input> {}
  interface ZodMiniURL extends ZodMiniString {}
  namespace iso {
    interface ZodMiniISODate extends ZodMiniString {}
  }
  interface ZodMiniNumber<Input = number> extends ZodMiniType<number, Input> {}
  interface ZodMiniInt extends ZodMiniNumber {}
  interface ZodMiniBoolean<Input = boolean> extends ZodMiniType<boolean, Input> {}
  interface ZodMiniEnum<Values> extends ZodMiniType<Values[keyof Values], Values[keyof Values]> {}
  interface ZodMiniLiteral<Value> extends ZodMiniType<Value, Value> {}
  interface ZodMiniCustom<Output, Input> extends ZodMiniType<Output, Input> {}
  interface ZodMiniInstanceOf<Instance> extends ZodMiniType<Instance, Instance> {}
  interface ZodMiniTransform<Output, Input> extends ZodMiniType<Output, Input> {}
  interface ZodMiniPipe<From, To> extends ZodMiniType<output<To>, input<From>> {}
  interface ZodMiniArray<Item> extends ZodMiniType<output<Item>[], input<Item>[]> {}
  interface ZodMiniTuple<Items extends readonly unknown[], Rest = null>
    extends ZodMiniType<{ [Key in keyof Items]: output<Items[Key]> }, { [Key in keyof Items]: input<Items[Key]> }> {
    readonly rest?: Rest;
  }
  interface ZodMiniUnion<Options extends readonly unknown[]> extends ZodMiniType<output<Options[number]>, input<Options[number]>> {}
  interface ZodMiniRecord<Key, Value>
    extends ZodMiniType<Entries<Key, output<Key>, output<Value>>, Entries<Key, input<Key>, input<Value>>> {}
  interface ZodMiniOptional<Inner> extends ZodMiniType<output<Inner> | undefined, input<Inner> | undefined> {}
  interface ZodMiniNullable<Inner> extends ZodMiniType<output<Inner> | null, input<Inner> | null> {}
  interface ZodMiniDefault<Inner> extends ZodMiniType<Exclude<output<Inner>, undefined>, input<Inner> | undefined> {}
  interface ZodMiniPrefault<Inner> extends ZodMiniType<output<Inner>, input<Inner> | undefined> {}
  interface ZodMiniObject<Shape = object, Mode = core.$strip> extends ZodMiniType<Out<Shape>, In<Shape>> {
    readonly shape: Shape;
    readonly mode?: Mode;
  }
}
`;
